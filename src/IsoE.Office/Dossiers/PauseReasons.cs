using IsoE.Workflows;
using Waiting = IsoE.Workflows.Execution.Pauses;

namespace IsoE.Office.Dossiers;

/// <summary>Why a legal clock may stand still, in words.</summary>
public static class PauseReasons
{
    public static Text NameOf(string waitsFor) => waitsFor switch
    {
        Waiting.Supplement => new("chờ bổ sung hồ sơ", "a supplement"),
        Waiting.Payment => new("chờ thực hiện nghĩa vụ tài chính", "payment"),
        Waiting.Applicant => new("chờ người nộp hồ sơ", "the applicant"),
        Waiting.Agency => new("chờ cơ quan khác", "another agency"),
        Waiting.Posting => new("chờ hết thời gian niêm yết", "a public notice"),
        Waiting.Term => new("chờ đến thời điểm đã định", "the time that was set"),
        _ => new(waitsFor, waitsFor),
    };
}

using IsoE.Office.Organisation;
using IsoE.Office.Procedures.WordImport;
using IsoE.Office.Procedures.WordImport.Steps;
using IsoE.Web.Language;

namespace IsoE.Web.Pages.Authoring;

/// <summary>What was read of a step, in words.</summary>
public static class ImportWords
{
    public static string Performer(ImportedStep step, Localiser t) => step.Performer.Value is not { Role: { } role } performer ? ""
        : performer.Unit.Length > 0 ? $"{t[Roles.NameOf(role)]} ({performer.Unit})"
        : t[Roles.NameOf(role)];

    public static string Time(ImportedStep step, Localiser t) => step.Time.Value switch
    {
        { Limit: { } limit, IsOutside: true } => t[limit.Describe()] + t[", không tính vào thời hạn", ", not counted"],
        { Limit: { } limit } => t[limit.Describe()],
        { IsOutside: true } => t["không tính thời gian", "not counted"],
        _ when step.Time is { Confidence: Confidence.Likely, Sources.Count: > 0 } => t["không quy định độ dài", "no length"],
        _ => "",
    };

    public static string Branch(StepBranch branch, Localiser t)
    {
        var where = branch.Target is { } step ? t[$"bước {step}", $"step {step}"] : branch.Ends ? t["kết thúc", "the end"] : t["chưa rõ bước nào", "not clear where"];
        return branch.Passed ? t[$"Đạt → {where}", $"Passed → {where}"] : t[$"Không đạt → {where}", $"Not passed → {where}"];
    }
}

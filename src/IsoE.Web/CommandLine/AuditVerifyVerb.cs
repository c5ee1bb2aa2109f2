using IsoE.Office.Storage;
using IsoE.Office.Storage.Migrations;
using IsoE.Workflows;

namespace IsoE.Web.CommandLine;

/// <summary>Recomputes the hash chains of the whole history.</summary>
public sealed class AuditVerifyVerb : IVerb
{
    public string Name => "audit verify";

    public Text Summary => new("kiểm tra lịch sử không bị sửa đổi", "check that the history has not been tampered with");

    public Text Help => new(
        """
        Cách dùng: isoe audit verify [--KHÓA=GIÁ_TRỊ]...
        Tính lại chuỗi mã băm của mọi hồ sơ, tài liệu và sổ tổ chức; nêu dòng đầu tiên không khớp.
        Mã thoát: 0 nguyên vẹn; 1 có dòng bị hỏng.
        """,
        """
        Usage: isoe audit verify [--KEY=VALUE]...
        Recomputes the hash chain of every dossier, document and organisation log; names the first row that does not fit.
        Exit codes: 0 intact; 1 a row is broken.
        """);

    public async Task<int> Run(IReadOnlyList<string> arguments, Terminal terminal, CancellationToken cancel)
    {
        await using var office = OfficeArguments.Parse(arguments, 0).OpenOffice();
        await office.Services.GetRequiredService<DatabaseSchema>().RequireCurrent(cancel);
        var verified = await office.Services.GetRequiredService<HistoryVerification>().Run(cancel);
        if (verified.Broken is { } broken)
        {
            terminal.Say(new Text(
                $"HỎNG: cơ quan {broken.AgencyId}, chuỗi {broken.InstanceId}, dòng {broken.Sequence}: {broken.Reason.Vi}.",
                $"BROKEN: agency {broken.AgencyId}, chain {broken.InstanceId}, row {broken.Sequence}: {broken.Reason.En}."));
            return ExitCode.Findings;
        }

        terminal.Say(new Text(
            $"Lịch sử nguyên vẹn: {verified.Rows} dòng của {verified.Instances} chuỗi (hồ sơ, tài liệu, tổ chức).",
            $"The history is intact: {verified.Rows} rows of {verified.Instances} chains (dossiers, documents, organisation)."));
        return ExitCode.Ok;
    }
}

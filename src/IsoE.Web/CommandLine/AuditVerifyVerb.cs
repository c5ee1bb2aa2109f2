using IsoE.Office.Organisation;
using IsoE.Office.Seals;
using IsoE.Office.Signatures;
using IsoE.Office.Storage;
using IsoE.Office.Storage.Migrations;
using IsoE.Workflows;
using Microsoft.EntityFrameworkCore;

namespace IsoE.Web.CommandLine;

/// <summary>Recomputes the hash chains of the history and holds it and the files against the seals.</summary>
public sealed class AuditVerifyVerb : IVerb
{
    public string Name => "audit verify";

    public Text Summary => new("kiểm tra lịch sử, niêm phong và tệp không bị sửa đổi", "check that history, seals and files have not been tampered with");

    public Text Help => new(
        """
        Cách dùng: isoe audit verify [--seal TỆP] [--key DẤU_VÂN_TAY] [--agency MÃ] [--KHÓA=GIÁ_TRỊ]...
        Tính lại chuỗi mã băm của mọi hồ sơ, tài liệu và sổ tổ chức; đối chiếu với các niêm phong, và với một niêm phong
        giữ bên ngoài; đọc lại từng tệp; kiểm tra chữ ký số của các văn bản đã ký. Nêu điều đầu tiên không khớp.
          --seal TỆP           niêm phong giữ bên ngoài (.json), của cơ quan nêu trong đó
          --key DẤU_VÂN_TAY    dấu vân tay khóa niêm phong đã công bố; dùng cùng --agency hoặc --seal
          --agency MÃ          chỉ kiểm tra một cơ quan
        Mã thoát: 0 nguyên vẹn; 1 có điều không khớp; 2 dùng sai.
        """,
        """
        Usage: isoe audit verify [--seal FILE] [--key FINGERPRINT] [--agency CODE] [--KEY=VALUE]...
        Recomputes the hash chain of every dossier, document and organisation log; holds them against the seals, and
        against a seal kept outside; reads every file again; verifies the signatures of signed documents. Names the first
        thing that does not fit.
          --seal FILE         a seal kept outside (.json), of the agency that it names
          --key FINGERPRINT   the published fingerprint of the sealing key; goes with --agency or --seal
          --agency CODE       only this agency
        Exit codes: 0 intact; 1 something does not fit; 2 bad usage.
        """);

    public async Task<int> Run(IReadOnlyList<string> arguments, Terminal terminal, CancellationToken cancel)
    {
        var (rest, seal) = OfficeArguments.Take(arguments, "--seal");
        (rest, var agency) = OfficeArguments.Take(rest, "--agency");
        (rest, var key) = OfficeArguments.Take(rest, "--key");
        var outside = seal is null ? null : Read(seal);
        await using var office = OfficeArguments.Parse(rest, 0).OpenOffice();
        await office.Services.GetRequiredService<DatabaseSchema>().RequireCurrent(cancel);
        agency ??= outside?.Agency;
        if (outside is not null && outside.Agency != agency) throw VerifySeals.OtherAgency(outside, agency!);
        if (key is not null && agency is null)
            throw new UsageException(new Text("--key là khóa của một cơ quan: dùng cùng --agency hoặc --seal.", "--key is the key of one agency: use it with --agency or --seal."));
        var agencies = await Agencies(office.Services, agency, cancel);
        if (await Chains(office.Services, agency, terminal, cancel) is not ExitCode.Ok) return ExitCode.Findings;
        foreach (var code in agencies)
            if (await Seals(office.Services, code, outside, key, terminal, cancel) is not ExitCode.Ok || await Signatures(office.Services, code, terminal, cancel) is not ExitCode.Ok)
                return ExitCode.Findings;
        return ExitCode.Ok;
    }

    private static SealFile Read(string path)
    {
        var file = new FileInfo(path);
        if (!file.Exists) throw new UsageException(new Text($"Không có tệp {path}.", $"There is no file {path}."));
        return file.Length > SealFile.MaxBytes ? throw SealFile.NotASeal() : SealFile.Read(File.ReadAllText(path));
    }

    private static async Task<IReadOnlyList<string>> Agencies(IServiceProvider services, string? agency, CancellationToken cancel)
    {
        await using var db = await services.GetRequiredService<IDbContextFactory<OfficeDb>>().CreateDbContextAsync(cancel);
        var known = await db.Set<Agency>().Where(row => agency == null || row.Id == agency).Select(row => row.Id).Order().ToListAsync(cancel);
        return agency is null || known.Count > 0
            ? known
            : throw new RejectedException("agency-unknown", new Text($"Không có cơ quan {agency} trong hệ thống này.", $"There is no agency {agency} in this system."));
    }

    private static async Task<int> Chains(IServiceProvider services, string? agency, Terminal terminal, CancellationToken cancel)
    {
        var verified = await services.GetRequiredService<HistoryVerification>().Run(cancel, agency);
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

    private static async Task<int> Seals(
        IServiceProvider services, string agency, SealFile? outside, string? key, Terminal terminal, CancellationToken cancel)
    {
        var verified = await services.GetRequiredService<VerifySeals>().Run(agency, outside, files: true, cancel, key);
        if (verified.Finding is { } finding)
        {
            terminal.Say(new Text(
                $"HỎNG: cơ quan {finding.AgencyId}: {finding.Reason.Vi}.", $"BROKEN: agency {finding.AgencyId}: {finding.Reason.En}."));
            return ExitCode.Findings;
        }

        terminal.Say(new Text(
            $"Cơ quan {agency}: {verified.Seals} niêm phong, {verified.Entries} mục đã niêm phong và {verified.Files} tệp đều khớp.",
            $"Agency {agency}: {verified.Seals} seals, {verified.Entries} sealed entries and {verified.Files} files all fit."));
        foreach (var note in verified.Notes) terminal.Say(note);
        if (outside is not null)
            terminal.Say(new Text(
                $"Khớp với niêm phong số {outside.Number} giữ bên ngoài.", $"They fit seal {outside.Number} that was kept outside."));
        return ExitCode.Ok;
    }

    private static async Task<int> Signatures(IServiceProvider services, string agency, Terminal terminal, CancellationToken cancel)
    {
        var signed = await services.GetRequiredService<CheckSignedFiles>().Run(agency, cancel);
        if (signed.Finding is { } finding)
        {
            terminal.Say(new Text(
                $"HỎNG: cơ quan {finding.AgencyId}, hồ sơ {finding.InstanceId}, văn bản {finding.Record}: {finding.Reason.Vi}.",
                $"BROKEN: agency {finding.AgencyId}, dossier {finding.InstanceId}, document {finding.Record}: {finding.Reason.En}."));
            return ExitCode.Findings;
        }

        if (signed.Files == 0) return ExitCode.Ok;
        terminal.Say(new Text(
            $"Cơ quan {agency}: {signed.Signatures} chữ ký số của {signed.Files} văn bản đã ký đều khớp.",
            $"Agency {agency}: {signed.Signatures} signatures of {signed.Files} signed documents all fit."));
        if (signed.Doubt is { } doubt)
            terminal.Say(new Text($"  {signed.Unproven} chữ ký chưa đủ căn cứ, ví dụ: {doubt.Vi}", $"  {signed.Unproven} signatures are not proven, for example: {doubt.En}"));
        return ExitCode.Ok;
    }
}

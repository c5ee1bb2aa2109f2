using System.Globalization;
using IsoE.Office.Organisation;
using IsoE.Office.Seals;
using IsoE.Office.Storage.Migrations;
using IsoE.Workflows;

namespace IsoE.Web.CommandLine;

/// <summary>Takes a new sealing key for an agency, and names the old one as disclosed when it is.</summary>
public sealed class SealRenewVerb : IVerb
{
    public string Name => "seal renew";

    public Text Summary => new("đổi khóa niêm phong của một cơ quan", "renew the sealing key of an agency");

    public Text Help => new(
        """
        Cách dùng: isoe seal renew --agency MÃ [--disclosed-since NGÀY --reason LÝ_DO] [--KHÓA:CON=GIÁ_TRỊ]...
        Tạo khóa mới, được khóa trước xác nhận, và niêm phong lại ngay bằng khóa mới. In dấu vân tay để công bố.
          --disclosed-since NGÀY   khóa cũ bị lộ từ ngày này (dạng 2026-11-01); từ đó khóa cũ không chứng minh được gì
          --reason LÝ_DO           bị lộ thế nào; bắt buộc khi khóa bị lộ
        Mã thoát: 0 đã đổi; 1 không đổi được; 2 dùng sai.
        """,
        """
        Usage: isoe seal renew --agency CODE [--disclosed-since DATE --reason REASON] [--KEY:SUB=VALUE]...
        Makes a new key, for which the one before vouches, and seals with it at once. Prints the fingerprint to be published.
          --disclosed-since DATE   the old key is disclosed since this day (like 2026-11-01) and proves nothing from then on
          --reason REASON          how it was disclosed; needed when it is
        Exit codes: 0 renewed; 1 it could not be renewed; 2 bad usage.
        """);

    public async Task<int> Run(IReadOnlyList<string> arguments, Terminal terminal, CancellationToken cancel)
    {
        var (own, settings) = LogVerbs.Split(arguments);
        var options = VerbArguments.Parse(own, ["--agency", "--disclosed-since", "--reason"], []);
        if (options.Rest.Count > 0) throw LogVerbs.Unknown("seal renew", options.Rest[0]);
        var (agency, since, reason) = (options.Get("--agency"), Day(options), options.Find("--reason"));
        if (since is null && reason is not null)
            throw new UsageException(new Text("--reason đi cùng --disclosed-since.", "--reason goes with --disclosed-since."));
        await using var office = OfficeArguments.Parse(settings, 0).OpenOffice();
        await office.Services.GetRequiredService<DatabaseSchema>().RequireCurrent(cancel);
        using var scope = LogVerbs.Enter(office, agency);
        var key = await scope.ServiceProvider.GetRequiredService<RenewSealingKey>().Run(LogVerbs.Actor(agency, Roles.Qmr), new KeyRenewal(since, reason), cancel);
        terminal.Say(new Text(
            $"Đã đổi khóa niêm phong của {agency} và niêm phong lại. Hãy công bố dấu vân tay mới: {key.Id}",
            $"The sealing key of {agency} was renewed and everything sealed with it. Publish the new fingerprint: {key.Id}"));
        return ExitCode.Ok;
    }

    private static DateOnly? Day(VerbArguments options)
    {
        if (options.Find("--disclosed-since") is not { } typed) return null;
        return DateOnly.TryParseExact(typed, "yyyy-MM-dd", CultureInfo.InvariantCulture, DateTimeStyles.None, out var day)
            ? day
            : throw LogVerbs.Unknown("--disclosed-since", typed);
    }
}

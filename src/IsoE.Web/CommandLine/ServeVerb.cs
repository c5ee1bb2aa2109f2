using IsoE.Office.Organisation;
using IsoE.Web.Demo;
using IsoE.Web.Hosting;
using IsoE.Workflows;

namespace IsoE.Web.CommandLine;

/// <summary>Runs the web application until it is stopped.</summary>
public sealed class ServeVerb : IVerb
{
    public string Name => "serve";

    public Text Summary => new("chạy ứng dụng web (mặc định)", "run the web application (default)");

    public Text Help => new(
        """
        Cách dùng: isoe [serve] [--KHÓA=GIÁ_TRỊ]...
        Chạy ứng dụng web cho đến khi bị dừng. Thiết lập có thể đặt trong appsettings.json hoặc biến môi trường.
        """,
        """
        Usage: isoe [serve] [--KEY=VALUE]...
        Runs the web application until it is stopped. Settings can also stand in appsettings.json or the environment.
        """);

    public async Task<int> Run(IReadOnlyList<string> arguments, Terminal terminal, CancellationToken cancel)
    {
        await using var app = WebHost.Build([.. arguments]);
        var setup = await app.Services.GetRequiredService<FirstStart>().Run(cancel);
        await app.StartAsync(cancel);
        Tell(terminal, app.Urls.FirstOrDefault() ?? "", setup, app.Services.GetRequiredService<Site>().Samples);
        await app.WaitForShutdownAsync(cancel);
        return ExitCode.Ok;
    }

    private static void Tell(Terminal terminal, string address, string? setup, SampleAgencies? samples)
    {
        terminal.Say(new Text($"IsoE chạy tại {address} – dừng bằng Ctrl+C.", $"IsoE runs at {address} – stop it with Ctrl+C."));
        if (samples is not null) TellAccounts(terminal, samples);
        if (setup is null) return;
        terminal.Say(new Text(
            $"Chưa có tài khoản nào. Mở liên kết dùng một lần này để tạo người quản trị: {address}{setup}",
            $"There are no accounts yet. Open this one-time link to create the administrator: {address}{setup}"));
    }

    private static void TellAccounts(Terminal terminal, SampleAgencies samples)
    {
        terminal.Say(new Text(
            $"Dữ liệu mẫu. Mật khẩu chung của các tài khoản mẫu: {samples.Password}",
            $"Sample data. Common password of the sample accounts: {samples.Password}"));
        foreach (var person in samples.Agencies.Single(agency => agency.Id == samples.Main).People)
        {
            var roles = person.Roles.Select(Roles.NameOf).ToList();
            terminal.Say(new Text(
                $"  {person.User,-14}{person.Name} – {string.Join(", ", roles.Select(role => role.Vi))}",
                $"  {person.User,-14}{person.Name} – {string.Join(", ", roles.Select(role => role.En))}"));
        }
    }
}

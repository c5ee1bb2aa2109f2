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
        await WebHost.Build([.. arguments]).RunAsync(cancel);
        return ExitCode.Ok;
    }
}

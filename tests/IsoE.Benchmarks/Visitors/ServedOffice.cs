using System.Diagnostics;
using System.Text.RegularExpressions;
using IsoE.Office.Storage;

namespace IsoE.Benchmarks.Visitors;

/// <summary>The product as it is served: a process of its own with the sample agencies, on a port of its own.</summary>
internal sealed partial class ServedOffice : IDisposable
{
    private readonly Process _process;
    private readonly TaskCompletionSource<Uri> _address = new(TaskCreationOptions.RunContinuationsAsynchronously);

    private ServedOffice(OfficeOptions options)
    {
        var start = new ProcessStartInfo("dotnet") { RedirectStandardOutput = true, UseShellExecute = false };
        foreach (var argument in (string[])[Built(), "serve", "--urls=http://127.0.0.1:0", $"--ConnectionStrings:IsoE={options.ConnectionString}", $"--IsoE:Data={options.DataDirectory}", "--IsoE:Sample=true"])
            start.ArgumentList.Add(argument);
        _process = Process.Start(start)!;
        _process.OutputDataReceived += (_, said) => Hear(said.Data);
        _process.BeginOutputReadLine();
    }

    public Uri Address => _address.Task.Result;

    /// <summary>CPU time the process has used so far, all threads together.</summary>
    public TimeSpan CpuTime
    {
        get
        {
            _process.Refresh();
            return _process.TotalProcessorTime;
        }
    }

    /// <summary>Builds the product, starts it and waits until it answers.</summary>
    /// <exception cref="InvalidOperationException">It cannot be built, or does not come up.</exception>
    public static async Task<ServedOffice> Open(OfficeOptions options)
    {
        var office = new ServedOffice(options);
        if (await Task.WhenAny(office._address.Task, office._process.WaitForExitAsync(), Task.Delay(TimeSpan.FromMinutes(5))) == office._address.Task)
            return office;
        office.Dispose();
        throw new InvalidOperationException("The product did not come up.");
    }

    public void Dispose()
    {
        if (!_process.HasExited) _process.Kill();
        _process.Dispose();
    }

    // Not a project reference: the office's tests share this project's server, and need no web application.
    private static string Built()
    {
        var root = new DirectoryInfo(AppContext.BaseDirectory);
        while (!File.Exists(Path.Combine(root.FullName, "IsoE.sln")))
            root = root.Parent ?? throw new InvalidOperationException("Benchmarks run inside the source tree.");
        var project = Path.Combine(root.FullName, "src", "IsoE.Web");
        using var build = Process.Start("dotnet", ["build", project, "-c", "Release", "-v", "q", "-clp:NoSummary"]);
        build.WaitForExit();
        return build.ExitCode == 0
            ? Path.Combine(project, "bin", "Release", "net10.0", "IsoE.Web.dll")
            : throw new InvalidOperationException("The product could not be built.");
    }

    private void Hear(string? line)
    {
        if (line is not null && ListensAt().Match(line) is { Success: true } found) _address.TrySetResult(new Uri(found.Value));
    }

    [GeneratedRegex(@"http://127\.0\.0\.1:\d+")]
    private static partial Regex ListensAt();
}

using System.Diagnostics;
using System.Globalization;
using IsoE.Office.Storage;

namespace IsoE.Benchmarks.Kills;

/// <summary>A child process with the office under load, and what it says before it is killed.</summary>
internal sealed class LivingOffice : IDisposable
{
    private readonly Process _process;
    private readonly Task _listening;
    private readonly TaskCompletionSource _firstAnswer = new();

    public LivingOffice(OfficeOptions options, int life, Acknowledged acknowledged)
    {
        var start = new ProcessStartInfo(Environment.ProcessPath!) { RedirectStandardInput = true, RedirectStandardOutput = true, UseShellExecute = false };
        if (Path.GetFileNameWithoutExtension(Environment.ProcessPath) == "dotnet")
            start.ArgumentList.Add(typeof(LivingOffice).Assembly.Location);
        foreach (var argument in (string[])["kill-child", $"{options.Database}", options.ConnectionString, options.DataDirectory, life.ToString(CultureInfo.InvariantCulture)])
            start.ArgumentList.Add(argument);
        _process = Process.Start(start)!;
        foreach (var (client, (dossier, done)) in acknowledged.Places)
            _process.StandardInput.WriteLine(FormattableString.Invariant($"{client} {dossier} {done}"));
        _process.StandardInput.WriteLine();
        _process.StandardInput.Flush();
        _listening = Task.Run(() => Listen(acknowledged));
    }

    /// <summary>Waits until the office has answered a step.</summary>
    /// <exception cref="OfficeFailedException">It ended by itself, or said nothing for two minutes.</exception>
    public async Task FirstAnswer()
    {
        await Task.WhenAny(_firstAnswer.Task, _listening, Task.Delay(TimeSpan.FromMinutes(2)));
        if (!_firstAnswer.Task.IsCompleted)
            throw new OfficeFailedException(_process.HasExited ? $"The office ended by itself with {_process.ExitCode}." : "The office does not answer.");
    }

    /// <summary>Ends the process at once, with SIGKILL, and hears what it had said until then.</summary>
    /// <exception cref="OfficeFailedException">It had ended by itself before.</exception>
    public async Task Kill()
    {
        if (_process.HasExited)
            throw new OfficeFailedException($"The office ended by itself with {_process.ExitCode}.");
        _process.Kill();
        await _process.WaitForExitAsync();
        await _listening;
    }

    public void Dispose()
    {
        if (!_process.HasExited)
            _process.Kill();
        _process.Dispose();
    }

    private async Task Listen(Acknowledged acknowledged)
    {
        while (await _process.StandardOutput.ReadLineAsync() is { } line)
        {
            // The last line may have been cut off by the kill: then it was not said.
            if (line.Split(' ') is not [var client, var dossier, var done, ";"])
                continue;
            var count = int.Parse(done, CultureInfo.InvariantCulture);
            if (acknowledged.Note(int.Parse(client, CultureInfo.InvariantCulture), dossier, count))
                _firstAnswer.TrySetResult();
        }
    }
}

/// <summary>The office did not live until it was killed.</summary>
internal sealed class OfficeFailedException(string message) : Exception(message);

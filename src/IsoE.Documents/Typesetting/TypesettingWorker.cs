using System.ComponentModel;
using System.Diagnostics;
using System.Text;
using System.Text.Json;

namespace IsoE.Documents.Typesetting;

/// <summary>One running worker process; used by one job at a time.</summary>
internal sealed class TypesettingWorker : IAsyncDisposable
{
    private static readonly string[] KeptVariables = ["PATH", "SystemRoot", "TEMP", "TMPDIR", "LD_LIBRARY_PATH"];

    private readonly Process _process;
    private readonly StringBuilder _complaints = new();

    private TypesettingWorker(Process process)
    {
        _process = process;
        _process.ErrorDataReceived += (_, line) => Keep(line.Data);
        _process.BeginErrorReadLine();
    }

    public int ProcessId => _process.Id;

    /// <summary>Bytes of memory the process holds now; 0 when it has ended.</summary>
    public long Memory
    {
        get
        {
            try
            {
                _process.Refresh();
                return _process.HasExited ? 0 : _process.WorkingSet64;
            }
            catch (InvalidOperationException)
            {
                return 0;
            }
        }
    }

    /// <exception cref="DocumentFailedException">Node.js is not there.</exception>
    public static TypesettingWorker Start(TypesetterOptions options)
    {
        try
        {
            return new TypesettingWorker(Process.Start(Command(options))!);
        }
        catch (Win32Exception)
        {
            throw new DocumentFailedException($"PDF documents need Node.js 20 or later; the command '{options.Node}' could not be started.", "");
        }
    }

    /// <exception cref="WorkerLostException">The process ended before it answered.</exception>
    public async Task<(bool Ok, IReadOnlyList<byte[]> Bodies)> Run(DocumentJob job, string? overrides, CancellationToken cancel)
    {
        try
        {
            await WorkerFrames.Write(_process.StandardInput.BaseStream, job, overrides, cancel);
            return await WorkerFrames.Read(_process.StandardOutput.BaseStream, cancel);
        }
        catch (Exception lost) when (lost is IOException or InvalidDataException or JsonException)
        {
            Kill();
            await _process.WaitForExitAsync(CancellationToken.None);
            lock (_complaints)
                throw new WorkerLostException(_complaints.ToString(), lost);
        }
    }

    public async ValueTask DisposeAsync()
    {
        Kill();
        await _process.WaitForExitAsync();
        _process.Dispose();
    }

    /// <summary>Ends the process at once; a job in it fails with <see cref="WorkerLostException"/>.</summary>
    public void Kill()
    {
        try
        {
            _process.Kill(entireProcessTree: true);
        }
        catch (InvalidOperationException)
        {
            // It has already ended, which is what was wanted.
        }
    }

    private static ProcessStartInfo Command(TypesetterOptions options)
    {
        var folder = Path.Combine(options.ProductFolder, "worker");
        var command = new ProcessStartInfo(options.Node)
        {
            ArgumentList = { "--max-old-space-size=512", Path.Combine(folder, "worker.mjs"), Settings(options) },
            WorkingDirectory = folder,
            RedirectStandardInput = true,
            RedirectStandardOutput = true,
            RedirectStandardError = true,
            UseShellExecute = false,
        };
        foreach (var name in command.Environment.Keys.Except(KeptVariables, StringComparer.OrdinalIgnoreCase).ToList())
            command.Environment.Remove(name);
        command.Environment["FONTCONFIG_FILE"] = Path.Combine(folder, "fonts.conf");
        // The compiler would fetch packages that a template names; there is nothing behind this address.
        command.Environment["HTTPS_PROXY"] = command.Environment["HTTP_PROXY"] = "http://127.0.0.1:9";
        return command;
    }

    private static string Settings(TypesetterOptions options) => JsonSerializer.Serialize(new
    {
        templates = Path.Combine(options.ProductFolder, "templates"),
        fontFolders = new[] { Path.Combine(options.ProductFolder, "fonts"), options.FontsFolder }.OfType<string>(),
        fontFamilies = options.FontFamilies,
    });

    private void Keep(string? line)
    {
        lock (_complaints)
        {
            if (line is not null && _complaints.Length < 4_000)
                _complaints.AppendLine(line);
        }
    }
}

/// <summary>The worker process ended while a job was in it.</summary>
internal sealed class WorkerLostException(string complaints, Exception cause) : Exception("The typesetting worker ended.", cause)
{
    public string Complaints { get; } = complaints;
}

using System.Diagnostics;

namespace IsoE.Documents.Tests;

/// <summary>Looks into PDF files with poppler's programs.</summary>
internal static class Pdf
{
    /// <summary>The text of the file with every run of white space as one space.</summary>
    public static string Text(byte[] pdf) => string.Join(' ', Run("pdftotext", pdf).Split((char[]?)null, StringSplitOptions.RemoveEmptyEntries));

    public static string Page(byte[] pdf, int page) => Run("pdftotext", pdf, "-layout", "-f", $"{page}", "-l", $"{page}");

    public static IReadOnlyDictionary<string, string> Info(byte[] pdf) => Run("pdfinfo", pdf)
        .Split('\n', StringSplitOptions.RemoveEmptyEntries)
        .Select(line => line.Split(':', 2))
        .ToDictionary(parts => parts[0], parts => parts[1].Trim());

    public static int Pages(byte[] pdf) => int.Parse(Info(pdf)["Pages"]);

    public static string Metadata(byte[] pdf) => Run("pdfinfo", pdf, "-meta");

    /// <summary>Exit code of qpdf's check of the file's structure: 0 is sound.</summary>
    public static (int Code, string Findings) Check(byte[] pdf)
    {
        var path = Stored(pdf);
        try
        {
            return Execute("qpdf", "--check", path);
        }
        finally
        {
            File.Delete(path);
        }
    }

    /// <summary>What poppler says about the signatures of the file.</summary>
    public static (int Code, string Output) Signatures(byte[] pdf)
    {
        var path = Stored(pdf);
        try
        {
            return Execute("pdfsig", path);
        }
        finally
        {
            File.Delete(path);
        }
    }

    /// <summary>The same document written by another program, in another way.</summary>
    public static byte[] Repacked(byte[] pdf, params string[] options)
    {
        var (path, result) = (Stored(pdf), Path.GetTempFileName());
        try
        {
            var (code, findings) = Execute("qpdf", [.. options, path, result]);
            return code == 0 ? File.ReadAllBytes(result) : throw new InvalidOperationException(findings);
        }
        finally
        {
            File.Delete(path);
            File.Delete(result);
        }
    }

    private static string Run(string program, byte[] pdf, params string[] options)
    {
        var path = Stored(pdf);
        try
        {
            string[] arguments = program == "pdftotext" ? [.. options, path, "-"] : [.. options, path];
            return Execute(program, arguments).Output;
        }
        finally
        {
            File.Delete(path);
        }
    }

    private static string Stored(byte[] pdf)
    {
        var path = Path.GetTempFileName();
        File.WriteAllBytes(path, pdf);
        return path;
    }

    private static (int Code, string Output) Execute(string program, params string[] arguments)
    {
        using var process = Process.Start(new ProcessStartInfo(program, arguments) { RedirectStandardOutput = true, RedirectStandardError = true })!;
        var errors = process.StandardError.ReadToEndAsync();
        var output = process.StandardOutput.ReadToEnd();
        process.WaitForExit();
        return (process.ExitCode, output + (process.ExitCode == 0 ? "" : errors.Result));
    }
}

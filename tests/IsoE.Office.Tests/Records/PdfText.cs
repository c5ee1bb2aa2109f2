using System.Diagnostics;

namespace IsoE.Office.Tests.Records;

/// <summary>What poppler's programs read in a PDF.</summary>
internal static class PdfText
{
    /// <summary>The text with every run of white space as one space.</summary>
    public static string Of(byte[] pdf) => string.Join(' ', Run("pdftotext", pdf, "-").Split((char[]?)null, StringSplitOptions.RemoveEmptyEntries));

    /// <summary>What it says about the signatures.</summary>
    public static string Signatures(byte[] pdf) => Run("pdfsig", pdf);

    private static string Run(string program, byte[] pdf, params string[] options)
    {
        var path = Path.GetTempFileName();
        try
        {
            File.WriteAllBytes(path, pdf);
            using var process = Process.Start(new ProcessStartInfo(program, [path, .. options]) { RedirectStandardOutput = true })!;
            var text = process.StandardOutput.ReadToEnd();
            process.WaitForExit();
            return text;
        }
        finally
        {
            File.Delete(path);
        }
    }
}

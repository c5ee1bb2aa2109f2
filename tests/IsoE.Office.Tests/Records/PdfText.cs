using System.Diagnostics;

namespace IsoE.Office.Tests.Records;

/// <summary>The words of a PDF, as a reader would select them.</summary>
internal static class PdfText
{
    /// <summary>The text with every run of white space as one space.</summary>
    public static string Of(byte[] pdf)
    {
        var path = Path.GetTempFileName();
        try
        {
            File.WriteAllBytes(path, pdf);
            using var process = Process.Start(new ProcessStartInfo("pdftotext", [path, "-"]) { RedirectStandardOutput = true })!;
            var text = process.StandardOutput.ReadToEnd();
            process.WaitForExit();
            return string.Join(' ', text.Split((char[]?)null, StringSplitOptions.RemoveEmptyEntries));
        }
        finally
        {
            File.Delete(path);
        }
    }
}

using IsoE.Workflows;

namespace IsoE.Office.Storage.Attachments.Screening;

/// <summary>Names of files as they come from outside.</summary>
internal static class FileNames
{
    private const int Longest = 150;

    private static readonly HashSet<string> Programs = new(StringComparer.OrdinalIgnoreCase)
    {
        "exe", "com", "scr", "bat", "cmd", "pif", "msi", "ps1", "vbs", "vbe", "js", "jse", "wsf", "hta", "jar", "lnk", "sh", "apk",
        "dll", "reg", "html", "htm", "xhtml", "svg", "php", "asp", "aspx", "jsp", "docm", "xlsm",
    };

    /// <summary>Whether a file of this name would be run rather than read.</summary>
    public static bool IsProgram(string name) => Programs.Contains(Path.GetExtension(name).TrimStart('.'));

    /// <exception cref="RejectedException"><c>file-name</c>: <c>giay-to.exe.pdf</c>.</exception>
    public static void RefuseHiddenProgram(string name)
    {
        var parts = Path.GetFileName(name).Split('.', StringSplitOptions.TrimEntries);
        if (parts.Skip(1).SkipLast(1).FirstOrDefault(Programs.Contains) is { } hidden) throw Rejections.HiddenProgram(name, hidden);
    }

    /// <summary>Without folders and characters that show a name other than it is, letters composed, shortened before its ending.</summary>
    public static string Clean(string name)
    {
        var shown = VietnameseText.Compose(new string([.. Path.GetFileName(name.Replace('\\', '/')).Where(IsShown)])).Trim();
        var ending = Path.GetExtension(shown);
        return shown.Length <= Longest ? shown : shown[..(Longest - ending.Length)] + ending;
    }

    private static bool IsShown(char character) => !char.IsControl(character) && character is not (>= '\u200B' and <= '\u200F' or >= '\u202A' and <= '\u202E' or >= '\u2066' and <= '\u2069' or '\uFEFF');
}

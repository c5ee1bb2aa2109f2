namespace IsoE.Workflows.Expressions;

/// <summary>Texts as literals of expressions.</summary>
internal static class JavaScriptText
{
    /// <summary>The text in single quotes.</summary>
    public static string Quote(string text) => "'" + text
        .Replace("\\", "\\\\", StringComparison.Ordinal)
        .Replace("'", "\\'", StringComparison.Ordinal)
        .Replace("\r", "\\r", StringComparison.Ordinal)
        .Replace("\n", "\\n", StringComparison.Ordinal)
        .Replace("\u2028", "\\u2028", StringComparison.Ordinal)
        .Replace("\u2029", "\\u2029", StringComparison.Ordinal) + "'";
}

using System.Text.RegularExpressions;
using IsoE.Workflows;

namespace IsoE.Office.Procedures.WordImport.Steps;

/// <summary>Text as it is compared with the words the reader knows: no diacritics, small letters, single blanks.</summary>
internal static partial class PlainWords
{
    public static string Of(string text) => Blanks().Replace(VietnameseText.Plain(text).ToLowerInvariant(), " ").Trim();

    /// <summary>Without bullets, brackets and punctuation around it.</summary>
    public static string Bare(string text) => Of(text).Trim(' ', '-', '–', '+', '*', '•', '.', ',', ';', ':', '(', ')', '[', ']', '“', '”', '"', '/');

    /// <summary>The text without the bullet some people type before it.</summary>
    public static string WithoutBullet(string text) => Bullet().Replace(text, "").Trim();

    [GeneratedRegex(@"\s+")]
    private static partial Regex Blanks();

    [GeneratedRegex(@"^\s*[-–+*•·●○▪■◦\uF0A7\uF0B7\uF0D8]+\s*")]
    private static partial Regex Bullet();
}

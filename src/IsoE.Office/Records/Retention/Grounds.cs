using IsoE.Workflows;

namespace IsoE.Office.Records.Retention;

/// <summary>Why something is held, destroyed or erased. It stays for ever, so it must name no applicant.</summary>
internal static class Grounds
{
    private const int Longest = 2000;

    /// <exception cref="RejectedException"><c>ground-missing</c>.</exception>
    public static string Read(string? ground, string field = "Ground") => ground?.Trim() is { Length: > 0 and <= Longest } given
        ? VietnameseText.Compose(given)
        : throw new RejectedException("ground-missing", new Text(
            $"Nêu căn cứ, tối đa {Longest} ký tự.", $"Give the ground, at most {Longest} characters."))
        { Field = field };
}

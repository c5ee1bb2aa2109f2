using IsoE.Workflows;

namespace IsoE.Office.Instances;

/// <summary>Why something is moved, held, destroyed or erased. It stays in a history for ever, so it must name no applicant.</summary>
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

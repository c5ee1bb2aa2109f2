namespace IsoE.Office.Procedures;

/// <summary>Where a value of a procedure comes from, as its author wrote it: <c>found: ...</c> or <c>unverified</c>.</summary>
/// <param name="Verified">True when somebody has read the value in the text named by <paramref name="Where"/>.</param>
/// <param name="Where">The text or page it was read in; for an unverified value what it rests on, or null.</param>
public sealed record Source(bool Verified, string? Where)
{
    private const string Found = "found:";
    private const string Unverified = "unverified";

    public static Source? Parse(string text)
    {
        if (text.StartsWith(Found, StringComparison.Ordinal) && text[Found.Length..].Trim() is { Length: > 0 } where)
            return new Source(true, where);
        if (!text.StartsWith(Unverified, StringComparison.Ordinal)) return null;
        var rest = text[Unverified.Length..].TrimStart(':').Trim();
        return new Source(false, rest.Length == 0 ? null : rest);
    }

    public override string ToString() =>
        Verified ? $"{Found} {Where}" : Where is null ? Unverified : $"{Unverified}: {Where}";
}

using System.Globalization;
using System.Text.RegularExpressions;

namespace IsoE.Web.Studio;

/// <summary>One version of a procedure as Elsa Studio knows it: a shipped or published one, or a draft.</summary>
/// <param name="Revision">The draft's revision; null for what is published.</param>
/// <param name="DocumentId">Id of the controlled document; null for a shipped version.</param>
/// <param name="Flow">The workflow definition as it is kept.</param>
/// <param name="Text">The draft's ISO text; null for what is published.</param>
/// <param name="MayEdit">Whether the person asking may save it now.</param>
public sealed partial record ElsaVersion(
    string Code,
    int Version,
    int? Revision,
    string? DocumentId,
    string Flow,
    string? Text,
    IsoE.Workflows.Text Name,
    DateTimeOffset CreatedAt,
    bool IsLatest,
    bool IsPublished,
    bool MayEdit)
{
    /// <summary>
    /// Studio has no concurrency token, but sends back the id it was given: a draft's id names its revision, so that a
    /// save on an older one is noticed.
    /// </summary>
    public string Id => Revision is { } revision ? $"{Code}-v{Version}-r{revision}" : $"{Code}-v{Version}";

    /// <summary>The revision an id names; null when it is none of a draft.</summary>
    public static int? RevisionIn(string id) => DraftId().Match(id) is { Success: true } match
        ? int.Parse(match.Groups[1].ValueSpan, CultureInfo.InvariantCulture)
        : null;

    [GeneratedRegex(@"-v\d{1,5}-r(\d{1,6})\z")]
    private static partial Regex DraftId();
}

using IsoE.Workflows.Activities;

namespace IsoE.Workflows.Definitions;

/// <summary>One reading of one file: its options and the errors found so far.</summary>
internal sealed class Reading(DefinitionReadOptions options)
{
    public const int LargestFile = 5 * 1024 * 1024;
    public const int MostActivities = 2_000;
    public const int DeepestNesting = 64;

    private readonly List<DefinitionError> errors = [];

    public DefinitionReadOptions Options { get; } = options;

    public IReadOnlyList<DefinitionError> Errors =>
        [.. errors.OrderBy(e => e.Line).ThenBy(e => e.Column)];

    public bool Failed => errors.Count > 0;

    public void Refuse(Place place, string code, string vi, string en) =>
        errors.Add(new DefinitionError(place.Line, place.Column, place.Path, code, new Text(vi, en)));

    /// <summary>The known type closest in spelling, as a hint; null when nothing is near.</summary>
    public static string? Nearest(string typeName)
    {
        var nearest = ActivityTypes.All
            .Select(t => (t.TypeName, Distance: Distance(LastPart(typeName), LastPart(t.TypeName))))
            .OrderBy(t => t.Distance)
            .ThenBy(t => t.TypeName, StringComparer.Ordinal)
            .First();
        return nearest.Distance <= 1 + (LastPart(typeName).Length / 3) ? nearest.TypeName : null;
    }

    private static string LastPart(string typeName) => typeName[(typeName.LastIndexOf('.') + 1)..].ToLowerInvariant();

    private static int Distance(string a, string b)
    {
        var row = Enumerable.Range(0, b.Length + 1).ToArray();
        for (var i = 1; i <= a.Length; i++)
        {
            var diagonal = row[0];
            row[0] = i;
            for (var j = 1; j <= b.Length; j++)
            {
                var above = row[j];
                row[j] = a[i - 1] == b[j - 1] ? diagonal : 1 + Math.Min(diagonal, Math.Min(above, row[j - 1]));
                diagonal = above;
            }
        }

        return row[b.Length];
    }
}

using System.Globalization;
using System.Text.Json;
using IsoE.Workflows.Expressions;

namespace IsoE.Workflows.Verification.Data;

/// <summary>
/// Divides the values of a term into regions in which every comparison the definition makes comes out the same, and
/// takes one sample of each: trying them all decides a condition for every value.
/// </summary>
internal static class Regions
{
    /// <summary>Stands for every text that is compared with nothing.</summary>
    public const string OtherText = "…";

    private static readonly JsonElement SomeObject = Workflows.Values.Parse("{}");

    /// <summary>The sample of a value that is not there.</summary>
    public static JsonElement Missing => default;

    /// <summary>Whether samples decide what this use of a value of that shape gives.</summary>
    public static bool Decide(ValueShape shape, Use use) =>
        shape.Values is not null || shape.Kind == ValueKind.Truth
        || (use.IsPlain && use.Constants.All(constant => (shape.Kind, constant) switch
        {
            (_, BooleanValue or NullValue or UndefinedValue) => true,
            (ValueKind.Number or ValueKind.Any, NumberValue) => true,
            (ValueKind.Text or ValueKind.Any, StringValue) => !use.IsOrdered,
            _ => false,
        }));

    /// <param name="constants">Everything the term is compared with anywhere in the definition.</param>
    /// <param name="isWhole">It is an object whose fields are read elsewhere.</param>
    public static IReadOnlyList<JsonElement> Samples(ValueShape shape, IReadOnlyList<Value> constants, bool isWhole)
    {
        if (shape.Fields is not null)
        {
            return [SomeObject];
        }

        List<JsonElement> present =
        [
            .. isWhole ? [SomeObject] : shape.Values is { } values ? values.Select(Workflows.Values.Of) : shape.Kind switch
            {
                ValueKind.Truth when shape.IsNeverFalse => [Workflows.Values.True],
                ValueKind.Truth => [Workflows.Values.True, Workflows.Values.False],
                ValueKind.Number => Numbers(shape, constants),
                ValueKind.Text => Texts(constants),
                _ => Anything(constants),
            },
        ];
        return shape.IsGiven && present.Count > 0 ? present : [.. present, Missing];
    }

    private static IEnumerable<JsonElement> Anything(IReadOnlyList<Value> constants)
    {
        var (numbers, texts) = (constants.OfType<NumberValue>().Any(), constants.OfType<StringValue>().Any());
        return (numbers ? Numbers(ValueShape.Any, constants) : [])
            .Concat(texts ? Texts(constants) : [])
            .Concat(numbers || texts ? [] : [Workflows.Values.True, Workflows.Values.False]);
    }

    private static IEnumerable<JsonElement> Texts(IReadOnlyList<Value> constants)
    {
        var named = constants.OfType<StringValue>().Select(constant => constant.Text).Where(text => text.Length > 0).Distinct().ToList();
        return named.Append(OtherText).Select(Workflows.Values.Of);
    }

    private static IEnumerable<JsonElement> Numbers(ValueShape shape, IReadOnlyList<Value> constants)
    {
        var edges = new SortedSet<double>(constants.SelectMany(constant => constant switch
        {
            NumberValue number => new[] { number.Number },
            BooleanValue => [0, 1],
            _ => [],
        }).Where(double.IsFinite));
        var least = shape.Min is { } min ? (double)min : Math.Min(edges.FirstOrDefault(), 0) - 1_000;
        var most = shape.Max is { } max ? (double)max : Math.Max(edges.LastOrDefault(), 0) + 1_000;
        double[] bounds = [least - 1, .. edges, most + 1];
        return Enumerable.Range(0, bounds.Length - 1).Select(i => Between(bounds[i], bounds[i + 1], least, most, shape.IsWhole))
            .Concat(edges.Where(edge => edge >= least && edge <= most && (!shape.IsWhole || edge == Math.Truncate(edge))).Select(edge => (double?)edge))
            .OfType<double>().Order()
            .Select(number => Workflows.Values.Parse(number.ToString("R", CultureInfo.InvariantCulture)));
    }

    /// <summary>A number strictly between two edges and inside the bounds, or null when there is none.</summary>
    private static double? Between(double from, double to, double least, double most, bool whole)
    {
        var (low, high) = (Math.Max(from, least), Math.Min(to, most));
        if (whole)
        {
            var first = low > from ? Math.Ceiling(low) : Math.Floor(from) + 1;
            return first < to && first <= most ? first : null;
        }

        // A bound itself belongs to the region when no edge stands there.
        return low > from && low < to ? low
            : high < to && high > from ? high
            : low < high ? low + ((high - low) / 2)
            : null;
    }
}

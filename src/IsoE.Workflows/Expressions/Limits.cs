namespace IsoE.Workflows.Expressions;

/// <summary>Bounds of every expression: with them each ends within a fraction of a second, whatever it says.</summary>
internal static class Limits
{
    /// <summary>Characters of source.</summary>
    public const int SourceLength = 65_536;

    /// <summary>Levels of nesting of a source; a chain of operators counts one level per operator.</summary>
    public const int TreeDepth = 250;

    /// <summary>Steps of one evaluation; reading and building long values costs steps by their size.</summary>
    public const int Steps = 500_000;

    /// <summary>Size of any value, see <see cref="Value.Size"/>.</summary>
    public const int ValueSize = 500_000;

    /// <summary>Levels of arrays and objects in a result; JSON readers refuse more than 64 in all.</summary>
    public const int ResultDepth = 32;
}

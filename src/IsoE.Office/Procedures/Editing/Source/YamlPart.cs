using YamlDotNet.Core;
using YamlDotNet.Core.Events;

namespace IsoE.Office.Procedures.Editing.Source;

/// <summary>A value of a YAML text and the span of characters it takes up.</summary>
/// <param name="Start">Index of its first character in the text.</param>
/// <param name="End">Index behind its last character; what follows on the line does not belong to it.</param>
internal abstract record YamlPart(int Start, int End);

/// <param name="Style">How it is quoted.</param>
internal sealed record YamlScalar(int Start, int End, string Value, ScalarStyle Style) : YamlPart(Start, End)
{
    public bool IsNothing => Style == ScalarStyle.Plain && Value is "" or "null" or "~";
}

/// <param name="IsFlow">Written in brackets on its lines, not as lines of its own.</param>
internal sealed record YamlMapping(int Start, int End, bool IsFlow, IReadOnlyList<(YamlScalar Key, YamlPart Value)> Entries) : YamlPart(Start, End)
{
    public YamlPart? Find(string key) => Entries.FirstOrDefault(entry => entry.Key.Value == key).Value;

    public int IndexOf(string key)
    {
        for (var i = 0; i < Entries.Count; i++)
            if (Entries[i].Key.Value == key) return i;
        return -1;
    }
}

/// <inheritdoc cref="YamlMapping" path="/param"/>
internal sealed record YamlList(int Start, int End, bool IsFlow, IReadOnlyList<YamlPart> Items) : YamlPart(Start, End);

/// <summary>Reads the parts of a YAML text.</summary>
internal static class YamlParts
{
    /// <param name="offset">Where the YAML begins in the whole text; spans count from the beginning of that.</param>
    /// <exception cref="YamlException">The text is no YAML.</exception>
    public static YamlPart? Read(string yaml, int offset)
    {
        var parser = new Parser(new StringReader(yaml));
        parser.Consume<StreamStart>();
        return parser.TryConsume<DocumentStart>(out _) ? Part(parser, yaml, offset) : null;
    }

    private static YamlPart Part(Parser parser, string yaml, int offset)
    {
        if (parser.TryConsume<MappingStart>(out var map)) return Mapping(parser, map, yaml, offset);
        if (parser.TryConsume<SequenceStart>(out var list)) return List(parser, list, yaml, offset);
        if (parser.TryConsume<Scalar>(out var scalar)) return Scalar(scalar, yaml, offset);
        var alias = parser.Consume<AnchorAlias>();
        return new YamlScalar(offset + (int)alias.Start.Index, offset + (int)alias.End.Index, $"*{alias.Value}", ScalarStyle.Plain);
    }

    private static YamlScalar Scalar(Scalar scalar, string yaml, int offset)
    {
        var (start, end) = ((int)scalar.Start.Index, (int)scalar.End.Index);
        // A block scalar takes its last line break along; that one belongs to the layout.
        while (scalar.Style is ScalarStyle.Literal or ScalarStyle.Folded && end > start && yaml[end - 1] is '\n' or '\r' or ' ') end--;
        return new YamlScalar(offset + start, offset + end, scalar.Value, scalar.Style);
    }

    private static YamlMapping Mapping(Parser parser, MappingStart start, string yaml, int offset)
    {
        var entries = new List<(YamlScalar, YamlPart)>();
        while (!parser.Accept<MappingEnd>(out _))
            entries.Add((Scalar(parser.Consume<Scalar>(), yaml, offset), Part(parser, yaml, offset)));
        var end = parser.Consume<MappingEnd>();
        var isFlow = start.Style == MappingStyle.Flow;
        return new YamlMapping(offset + (int)start.Start.Index, isFlow ? offset + (int)end.Start.Index + 1 : entries[^1].Item2.End, isFlow, entries);
    }

    private static YamlList List(Parser parser, SequenceStart start, string yaml, int offset)
    {
        var items = new List<YamlPart>();
        while (!parser.Accept<SequenceEnd>(out _)) items.Add(Part(parser, yaml, offset));
        var end = parser.Consume<SequenceEnd>();
        var isFlow = start.Style == SequenceStyle.Flow;
        return new YamlList(offset + (int)start.Start.Index, isFlow ? offset + (int)end.Start.Index + 1 : items[^1].End, isFlow, items);
    }
}

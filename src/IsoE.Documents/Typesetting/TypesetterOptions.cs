namespace IsoE.Documents.Typesetting;

/// <summary>How documents are typeset on this installation.</summary>
public sealed record TypesetterOptions
{
    /// <summary>Command of Node.js, version 20 or later.</summary>
    public string Node { get; init; } = "node";

    /// <summary>Worker processes at most; each is started when first needed.</summary>
    public int Workers { get; init; } = Math.Clamp(Environment.ProcessorCount / 2, 1, 4);

    /// <summary>A job longer than this is given up and its worker ended.</summary>
    public TimeSpan TimeLimit { get; init; } = TimeSpan.FromSeconds(60);

    /// <summary>A job whose worker grows beyond this many bytes of memory is given up and its worker ended.</summary>
    public long MemoryLimit { get; init; } = 1_500L << 20;

    /// <summary>A worker that still holds more than this after a job is replaced by a new one.</summary>
    public long IdleMemoryLimit { get; init; } = 400L << 20;

    /// <summary>Folder with one folder of overriding templates per agency; null: no overrides.</summary>
    public string? OverridesFolder { get; init; }

    /// <summary>Folder with the agency's own licensed fonts; null: only Tinos.</summary>
    public string? FontsFolder { get; init; }

    /// <summary>Font families in order of preference; the last must have every Vietnamese letter.</summary>
    public IReadOnlyList<string> FontFamilies { get; init; } = ["Tinos"];

    /// <summary>Folder with the worker, fonts and templates that come with the product.</summary>
    public string ProductFolder { get; init; } = Path.Combine(AppContext.BaseDirectory, "documents");
}

namespace IsoE.Documents.Drawing;

/// <summary>The product's colours, as on its pages; every meaning is also drawn by line, mark or pattern.</summary>
internal static class Look
{
    public const string Text = "#1b1f24";
    public const string Muted = "#4a5461";
    public const string Primary = "#1d4f91";
    public const string PrimaryPale = "#e6eef8";
    public const string Border = "#c9d0d9";
    public const string Line = "#6b7684";
    public const string OnTime = "#0f4a25";
    public const string OnTimePale = "#d9efdf";
    public const string Late = "#7a1512";
    public const string LatePale = "#f9d9d7";
    public const string Soon = "#5c4300";
    public const string SoonPale = "#fff0c2";

    /// <summary>The web font, then the font of the documents.</summary>
    public const string Fonts = "Be Vietnam Pro, Tinos, sans-serif";
}

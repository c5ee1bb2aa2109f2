namespace IsoE.Workflows.Activities;

/// <summary>The shelves of the toolbox.</summary>
internal static class Shelf
{
    public static readonly Text Office = new("Nghiệp vụ", "Office");
    public static readonly Text Flow = new("Luồng", "Flow");
    public static readonly Text Branching = new("Rẽ nhánh", "Branching");
    public static readonly Text Looping = new("Lặp", "Looping");
    public static readonly Text Waiting = new("Chờ", "Waiting");
    public static readonly Text Primitives = new("Cơ bản", "Primitives");
}

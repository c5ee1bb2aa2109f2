namespace IsoE.Documents.Packing;

/// <summary>A file that a PDF carries.</summary>
/// <param name="Name">ASCII without folders; unique in the document.</param>
/// <param name="MediaType">For example <c>application/json</c>.</param>
/// <param name="Description">What it is, for readers that list attachments.</param>
/// <param name="Open">Opens the bytes when it is their turn: no more than one file is in memory.</param>
public sealed record EmbeddedFile(string Name, string MediaType, string Description, Func<CancellationToken, Task<Stream>> Open)
{
    public static EmbeddedFile Of(string name, string mediaType, string description, byte[] bytes) =>
        new(name, mediaType, description, _ => Task.FromResult<Stream>(new MemoryStream(bytes)));
}

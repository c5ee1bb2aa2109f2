using System.Text.Json;

namespace IsoE.Documents.Typesetting;

/// <summary>One document to be typeset: the same job always gives the same bytes.</summary>
/// <param name="Template">Name of a template without extension: <c>form-01</c>.</param>
/// <param name="Data">What the template prints; its shape is the template's <see cref="Forms.DocumentForm"/>. Strings are brought to NFC.</param>
/// <param name="Assets">Drawings and images by file name, read by the template as <c>/assets/NAME</c>.</param>
/// <param name="CreatedAt">Date of the document in its metadata, UTC, to the second.</param>
/// <param name="Language">Language tag of the document: <c>vi</c> or <c>en</c>.</param>
/// <param name="Title">Title in the metadata and in the reader's window.</param>
public sealed record DocumentJob(
    string Template,
    JsonElement Data,
    IReadOnlyDictionary<string, byte[]> Assets,
    PdfStandard Standard,
    DateTimeOffset CreatedAt,
    string Language,
    string Title)
{
    /// <summary>Author in the metadata: the issuing agency.</summary>
    public string Author { get; init; } = "";

    /// <summary>
    /// Folder below <see cref="TypesetterOptions.OverridesFolder"/> whose templates go before the product's own:
    /// the agency's id. Null takes the product's own only.
    /// </summary>
    public string? Overrides { get; init; }
}

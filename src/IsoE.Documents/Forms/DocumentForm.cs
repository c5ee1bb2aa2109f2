using System.Text.Encodings.Web;
using System.Text.Json;
using System.Text.Json.Serialization;
using IsoE.Documents.Typesetting;

namespace IsoE.Documents.Forms;

/// <summary>What one kind of document prints: plain words, already in the form in which people read them.</summary>
/// <remarks>
/// The properties of a form, in camelCase, are the data of its template; whoever overrides a template finds its
/// data here. Empty strings print as nothing or as a dotted line to be filled in by hand, as the template says.
/// </remarks>
public abstract record DocumentForm
{
    private static readonly JsonSerializerOptions Json = new(JsonSerializerDefaults.Web)
    {
        Encoder = JavaScriptEncoder.UnsafeRelaxedJsonEscaping,
    };

    /// <summary>The template that prints this form.</summary>
    [JsonIgnore]
    public abstract string Template { get; }

    /// <summary>Title in the metadata of the PDF.</summary>
    [JsonIgnore]
    public abstract string Title { get; }

    /// <summary>Language of the document, <c>vi</c> or <c>en</c>.</summary>
    [JsonIgnore]
    public virtual string Language => "vi";

    /// <summary>Issuing agency, as the author in the metadata.</summary>
    [JsonIgnore]
    public abstract string Author { get; }

    /// <summary>The document as a job.</summary>
    /// <param name="createdAt">Instant of the record that the document shows, not of the printing.</param>
    /// <param name="overrides">Folder of the agency's own templates; see <see cref="DocumentJob.Overrides"/>.</param>
    public DocumentJob ToJob(DateTimeOffset createdAt, PdfStandard standard = PdfStandard.A2a, string? overrides = null) =>
        new(Template, JsonSerializer.SerializeToElement(this, GetType(), Json), Drawings(), standard, createdAt, Language, Title)
        {
            Author = Author,
            Overrides = overrides,
        };

    /// <summary>Drawings that the template places, by file name.</summary>
    protected virtual IReadOnlyDictionary<string, byte[]> Drawings() => new Dictionary<string, byte[]>();
}

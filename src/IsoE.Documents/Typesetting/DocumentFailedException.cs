namespace IsoE.Documents.Typesetting;

/// <summary>A document could not be made; nothing was written.</summary>
/// <param name="message">What failed, with the template's name.</param>
/// <param name="diagnostics">The compiler's findings, a line each: <c>templates/form-01.typ:12:5: message</c>.</param>
public sealed class DocumentFailedException(string message, string diagnostics) : Exception($"{message}\n{diagnostics}".TrimEnd())
{
    public string Diagnostics { get; } = diagnostics;
}

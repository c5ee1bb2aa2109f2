namespace IsoE.Documents.Signing.Objects;

/// <summary>The bytes are no PDF file that can be read; the message says where and why.</summary>
public sealed class PdfUnreadableException(string message) : Exception(message);

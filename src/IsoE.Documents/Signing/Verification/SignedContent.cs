using System.Formats.Asn1;
using System.Globalization;
using System.Security.Cryptography;
using System.Security.Cryptography.Pkcs;
using IsoE.Documents.Signing.Objects;

namespace IsoE.Documents.Signing.Verification;

/// <summary>The signature of a field, taken apart: which bytes it covers, and the CMS message over them.</summary>
/// <param name="Message">Null when it cannot be read; then <paramref name="Faults"/> says why.</param>
internal sealed record SignedContent(SignedRange Range, SignedCms? Message, IReadOnlyList<SignatureFinding> Faults)
{
    private static readonly string[] Formats = ["ETSI.CAdES.detached", "adbe.pkcs7.detached"];

    public static SignedContent Read(ReadOnlyMemory<byte> file, PdfFile pdf, PdfDictionary signature)
    {
        if (RangeOf(file, pdf, signature, out var contents) is not { } range)
            return Failed(default, FindingCode.RangeWrong);
        if (!Formats.Contains((pdf.Resolve(signature.Raw("SubFilter")) as PdfName)?.Value))
            return new SignedContent(range, null, [new SignatureFinding(FindingCode.FormatUnknown, FindingGrade.Doubtful, signature.Name("SubFilter") ?? "")]);
        if (MessageIn(contents!, out var isAltered) is not { } message) return Failed(range, FindingCode.SignatureUnreadable);
        byte[] covered = [.. file.Span[..range.FirstLength], .. file.Span.Slice(range.SecondStart, range.SecondLength)];
        try
        {
            var cms = new SignedCms(new ContentInfo(covered), detached: true);
            cms.Decode(message);
            if (cms.SignerInfos.Count != 1) return Failed(range, FindingCode.SignatureUnreadable);
            isAltered |= IsOdd(file.Span[(contents!.Start + 1)..(contents.End - 1)]) || IsRewritten(cms, message) || !NamesDigest(cms, message);
            return new SignedContent(range, cms, isAltered ? [new SignatureFinding(FindingCode.SignatureAltered, FindingGrade.Bad)] : []);
        }
        catch (CryptographicException)
        {
            return Failed(range, FindingCode.SignatureUnreadable);
        }
    }

    /// <summary>The range, when it leaves out exactly the signature itself and begins with the file; otherwise null.</summary>
    private static SignedRange? RangeOf(ReadOnlyMemory<byte> file, PdfFile pdf, PdfDictionary signature, out PdfString? contents)
    {
        contents = signature.Raw("Contents") as PdfString;
        var numbers = pdf.Array(signature.Raw("ByteRange")).Select(item => (pdf.Resolve(item) as PdfToken)?.Integer).ToList();
        if (contents is not { Start: >= 0 } || numbers is not [0, { } first, { } second, { } length]) return null;
        if (first != contents.Start || second != contents.End || length < 0 || second + length > file.Length) return null;
        return file.Span[contents.Start] == '<' ? new SignedRange((int)first, (int)second, (int)length) : null;
    }

    /// <summary>The message without the zeros that fill its room.</summary>
    private static byte[]? MessageIn(PdfString contents, out bool isAltered)
    {
        isAltered = false;
        try
        {
            AsnDecoder.ReadEncodedValue(contents.Bytes, AsnEncodingRules.BER, out _, out _, out var length);
            isAltered = contents.Bytes.AsSpan(length).ContainsAnyExcept((byte)0);
            return contents.Bytes[..length];
        }
        catch (AsnContentException)
        {
            return null;
        }
    }

    /// <summary>Whoever writes bytes in hexadecimal writes two digits for each, and all letters small or all of them large.</summary>
    private static bool IsOdd(ReadOnlySpan<byte> text)
    {
        var digits = 0;
        foreach (var b in text)
            if (char.IsAsciiHexDigit((char)b)) digits++;
        var (small, large) = (text.ContainsAnyInRange((byte)'a', (byte)'f'), text.ContainsAnyInRange((byte)'A', (byte)'F'));
        return digits % 2 == 1 || (small && large);
    }

    /// <summary>A message in DER is written in one way only; what reads the same and is written otherwise was altered.</summary>
    private static bool IsRewritten(SignedCms cms, byte[] message)
    {
        // Messages of indefinite length (BER) are lawful and have many ways.
        var isIndefinite = message.Length > 1 && message[1] == 0x80;
        return !isIndefinite && cms.Encode() is var again && again.Length == message.Length && !again.AsSpan().SequenceEqual(message);
    }

    /// <summary>A message names beforehand by what it was hashed (RFC 5652, 5.1); no signature covers that.</summary>
    private static bool NamesDigest(SignedCms cms, byte[] message)
    {
        var content = new AsnReader(message, AsnEncodingRules.BER).ReadSequence();
        content.ReadObjectIdentifier();
        var signed = content.ReadSequence(new Asn1Tag(TagClass.ContextSpecific, 0)).ReadSequence();
        signed.ReadInteger();
        for (var named = signed.ReadSetOf(); named.HasData;)
            if (named.ReadSequence().ReadObjectIdentifier() == cms.SignerInfos[0].DigestAlgorithm.Value) return true;
        return false;
    }

    private static SignedContent Failed(SignedRange range, FindingCode code) =>
        new(range, null, [new SignatureFinding(code, FindingGrade.Bad)]);

    /// <summary>When the signer says that it was signed (7.9.4): <c>D:20261126091532+07'00'</c>.</summary>
    public static DateTimeOffset? ClaimedAt(PdfFile pdf, PdfDictionary signature)
    {
        var text = (pdf.Resolve(signature.Raw("M")) as PdfString)?.Text.Replace("'", "", StringComparison.Ordinal) ?? "";
        string[] formats = ["'D:'yyyyMMddHHmmss'Z'", "'D:'yyyyMMddHHmmss'Z0000'", "'D:'yyyyMMddHHmmsszzz", "'D:'yyyyMMddHHmmss"];
        if (text.Length == 21) text = text.Insert(19, ":");
        return DateTimeOffset.TryParseExact(text, formats, CultureInfo.InvariantCulture, DateTimeStyles.AssumeUniversal, out var at) ? at : null;
    }
}

using IsoE.Documents.Signing.Objects;

namespace IsoE.Documents.Signing.Verification;

/// <summary>What was added to a file after it was signed: further signatures, or something else (ISO 32000-1, 12.8.2.2; PAdES).</summary>
/// <remarks>
/// The state signed and the state now are compared object by object. What may differ is listed; whatever is not listed is a change.
/// </remarks>
internal sealed class ChangesCheck
{
    private static readonly string[] CatalogMay = ["AcroForm", "DSS", "Extensions", "Version"];
    private static readonly string[] FormMay = ["Fields", "SigFlags", "DR", "DA"];
    private static readonly string[] PageMay = ["Annots", "Tabs"];
    private static readonly string[] EmptySignatureMay = ["V", "AP", "F", "M", "MK", "DA", "DR", "Rect"];
    private static readonly string[] FilledFieldMay = ["V", "AP", "AS", "M", "MK"];
    private static readonly string[] TagsMay = ["ParentTree", "ParentTreeNextKey"];
    private static readonly string[] SignatureTagHas = ["Type", "S", "P", "Pg", "K"];
    private static readonly string[] InfoMay = ["ModDate", "Producer"];

    private readonly PdfFile _then;
    private readonly PdfFile _now;
    private readonly HashSet<int> _pages;
    private readonly HashSet<int> _annotationLists;
    private readonly Dictionary<int, SignatureWidget> _signatures;
    private readonly HashSet<int> _fields;
    private readonly HashSet<int> _store = [];
    private readonly bool _mayAnnotate;
    private readonly PdfDictionary? _tags;
    private bool _isFilled;
    private bool _isAnnotated;

    private ChangesCheck(PdfFile then, PdfFile now)
    {
        (_then, _now) = (then, now);
        var pages = PdfPages.Of(then);
        _pages = [.. pages.Select(page => page.Reference.Number)];
        _annotationLists = [.. pages.Select(page => page.Dictionary.Raw("Annots")).OfType<PdfReference>().Select(list => list.Number)];
        _signatures = SignatureWidgets.Of(then).GroupBy(field => field.Reference.Number).ToDictionary(same => same.Key, same => same.First());
        _fields = [.. SignatureWidgets.All(then).Select(field => field.Reference.Number)];
        _tags = then.Dictionary(then.Catalog.Raw("StructTreeRoot"));
        _mayAnnotate = Certification.Of(then) >= Certification.Annotations;
        GatherStore(then.Catalog.Raw("DSS"));
    }

    /// <param name="signedEnd">Where the range of the signature ends.</param>
    public static SignatureFinding Run(ReadOnlyMemory<byte> file, PdfFile now, int signedEnd)
    {
        var then = PdfFile.Open(file[..signedEnd]);
        if (!IsBlank(file.Span[then.End..signedEnd])) return new SignatureFinding(FindingCode.RangeWrong, FindingGrade.Bad);
        if (signedEnd == file.Length) return new SignatureFinding(FindingCode.CoversWholeFile, FindingGrade.Good);
        if (now.StartXref == then.StartXref || !IsBlank(file.Span[now.End..])) return new SignatureFinding(FindingCode.BytesAfterEnd, FindingGrade.Bad);
        var check = new ChangesCheck(then, now);
        if (check.Fault() is { } fault) return new SignatureFinding(FindingCode.ChangedAfterwards, FindingGrade.Bad, fault);
        if (check._isAnnotated) return new SignatureFinding(FindingCode.Annotated, FindingGrade.Doubtful);
        var mayFill = Certification.Of(then) is null or >= Certification.FormsAndSignatures;
        return check._isFilled
            ? new SignatureFinding(FindingCode.FormFilled, mayFill ? FindingGrade.Doubtful : FindingGrade.Bad)
            : new SignatureFinding(FindingCode.FurtherSignatures, Certification.Of(then) == Certification.NoChanges ? FindingGrade.Bad : FindingGrade.Good);
    }

    private static bool IsBlank(ReadOnlySpan<byte> rest)
    {
        foreach (var b in rest)
            if (!PdfParser.IsSpace(b)) return false;
        return true;
    }

    /// <summary>The first difference that is not allowed, in a few words; null for none.</summary>
    private string? Fault()
    {
        if (_now.Root.Number != _then.Root.Number) return "Root";
        if (_now.Trailer.Raw("Encrypt") is not null) return "Encrypt";
        if (!Same(_then.Dictionary(_then.Trailer.Raw("Info")), _now.Dictionary(_now.Trailer.Raw("Info")), InfoMay)) return "Info";
        var numbers = _now.Entries.Where(entry => !_then.Entries.TryGetValue(entry.Key, out var old) || !old.Equals(entry.Value)).Select(entry => entry.Key);
        foreach (var number in numbers.Concat(_then.Entries.Keys.Where(number => !_now.Entries.ContainsKey(number))))
            if (!IsAllowed(number, _then.Get(number), _now.Get(number))) return $"{_now.Dictionary(_now.Get(number))?.Name("Type") ?? "obj"} {number}";
        return null;
    }

    private bool IsAllowed(int number, PdfValue? before, PdfValue? after)
    {
        if (PdfOutput.AreEqual(before, after)) return true;
        if (before is null) return !IsAwaited(number);
        if (before is PdfStream { Dictionary: var kept } && kept.Name("Type") is "XRef" or "ObjStm") return true;
        if (number == _then.Root.Number) return IsCatalogAllowed((PdfDictionary)before, after as PdfDictionary);
        if (IsReference(_then.Catalog.Raw("AcroForm"), number)) return IsFormAllowed(before as PdfDictionary, after as PdfDictionary);
        if (IsReference(_then.Dictionary(_then.Catalog.Raw("AcroForm"))?.Raw("Fields"), number)) return AreFieldsAllowed(before, after);
        if (_store.Contains(number) || IsReference(_then.Trailer.Raw("Info"), number)) return true;
        if (IsReference(_then.Catalog.Raw("Metadata"), number)) return after is PdfStream;
        if (_annotationLists.Contains(number)) return AreAnnotationsAllowed(before, after);
        if (IsReference(_then.Catalog.Raw("StructTreeRoot"), number)) return AreTagsAllowed(before as PdfDictionary, after as PdfDictionary);
        if (IsReference(_tags?.Raw("ParentTree"), number)) return AreParentsAllowed(before as PdfDictionary, after as PdfDictionary);
        if (_tags is not null && SignatureTags.HeldBy(_then, _tags) is [var top, ..] && IsReference(top, number)) return IsTopTagAllowed(before as PdfDictionary, after as PdfDictionary);
        if (_pages.Contains(number)) return IsPageAllowed((PdfDictionary)before, after as PdfDictionary);
        return IsFieldAllowed(number, before as PdfDictionary, after as PdfDictionary);
    }

    private bool IsCatalogAllowed(PdfDictionary before, PdfDictionary? after) =>
        after is not null
        && Same(before, after, CatalogMay)
        && (PdfOutput.AreEqual(before.Raw("AcroForm"), after.Raw("AcroForm")) || IsFormAllowed(_then.Dictionary(before.Raw("AcroForm")), _now.Dictionary(after.Raw("AcroForm"))));

    private bool IsFormAllowed(PdfDictionary? before, PdfDictionary? after) =>
        after is not null && Same(before ?? PdfDictionary.Empty, after, FormMay) && AreFieldsAllowed(before?.Raw("Fields"), after.Raw("Fields"));

    private bool IsPageAllowed(PdfDictionary before, PdfDictionary? after) =>
        after is not null && Same(before, after, PageMay) && AreAnnotationsAllowed(before.Raw("Annots"), after.Raw("Annots"));

    /// <summary>All fields are there still, and the new ones are signatures.</summary>
    private bool AreFieldsAllowed(PdfValue? before, PdfValue? after) =>
        Added(before, after) is { } added && added.All(IsSignature);

    private bool AreAnnotationsAllowed(PdfValue? before, PdfValue? after) =>
        Added(before, after) is { } added && added.All(item => _now.Dictionary(item)?.Name("Subtype") == "Widget" ? IsSignature(item) : IsAnnotation());

    private bool IsAnnotation() => _mayAnnotate && (_isAnnotated = true);

    /// <summary>What a list has more than it had; null when it lost something.</summary>
    private List<PdfValue>? Added(PdfValue? before, PdfValue? after)
    {
        var left = _now.Array(after).ToList();
        foreach (var item in _then.Array(before))
            if (left.FindIndex(other => PdfOutput.AreEqual(other, item)) is var at and >= 0) left.RemoveAt(at);
            else return null;
        return left;
    }

    /// <summary>A field with a signature in it: an empty one could cover the page with any picture.</summary>
    private bool IsSignature(PdfValue item)
    {
        if (_now.Dictionary(item) is not { } field) return false;
        var parent = _now.Dictionary(field.Raw("Parent"));
        var type = (_now.Resolve(field.Raw("FT") ?? parent?.Raw("FT")) as PdfName)?.Value;
        return type == "Sig" && _now.Dictionary(field.Raw("V") ?? parent?.Raw("V"))?.Raw("ByteRange") is not null;
    }

    /// <summary>The tags may grow by those that name the places of signatures.</summary>
    private bool AreTagsAllowed(PdfDictionary? before, PdfDictionary? after) =>
        Same(before, after, TagsMay)
        && (PdfOutput.AreEqual(before?.Raw("ParentTree"), after?.Raw("ParentTree"))
            || AreParentsAllowed(_then.Dictionary(before?.Raw("ParentTree")), _now.Dictionary(after?.Raw("ParentTree"))));

    private bool AreParentsAllowed(PdfDictionary? before, PdfDictionary? after) =>
        Same(before, after, ["Nums", "Kids"])
        && Appended(_then.Array(before?.Raw("Nums")), _now.Array(after?.Raw("Nums"))) is { } pairs && ArePairs(pairs)
        && Appended(_then.Array(before?.Raw("Kids")), _now.Array(after?.Raw("Kids"))) is { } leaves
        && leaves.All(leaf => _now.Dictionary(leaf) is { } added && added.Entries.Keys.All(key => key is "Limits" or "Nums") && ArePairs([.. _now.Array(added.Raw("Nums"))]));

    private bool ArePairs(List<PdfValue> pairs) => pairs.Chunk(2).All(pair => pair is [PdfToken, var tag] && IsSignatureTag(tag));

    private bool IsTopTagAllowed(PdfDictionary? before, PdfDictionary? after) =>
        before is not null && after is not null
        && Same(before, after, ["K"])
        && Appended(SignatureTags.HeldBy(_then, before), SignatureTags.HeldBy(_now, after)) is { } added && added.All(IsSignatureTag);

    /// <summary>What a list has behind all that it had, in its order; null when something before differs.</summary>
    private static List<PdfValue>? Appended(IReadOnlyList<PdfValue> before, IReadOnlyList<PdfValue> after) =>
        after.Count >= before.Count && before.Zip(after, PdfOutput.AreEqual).All(same => same) ? [.. after.Skip(before.Count)] : null;

    /// <summary>A tag that holds the place of a signature and no words of its own.</summary>
    private bool IsSignatureTag(PdfValue value) =>
        _now.Dictionary(value) is { } tag
        && tag.Entries.Keys.All(SignatureTagHas.Contains)
        && tag.Name("S") == "Form"
        && _now.Dictionary(tag.Raw("K")) is { } held && held.Name("Type") == "OBJR" && held.Raw("Obj") is { } widget && IsSignature(widget);

    private bool IsFieldAllowed(int number, PdfDictionary? before, PdfDictionary? after)
    {
        if (before is null || after is null) return false;
        if (_signatures.TryGetValue(number, out var signature)) return signature.Value is null && Same(before, after, EmptySignatureMay);
        if (!_fields.Contains(number) || !Same(before, after, FilledFieldMay)) return false;
        return _isFilled = true;
    }

    /// <summary>The dictionaries and lists of the store for later proofs (PAdES, 5.4.2) may grow; what they hold may not change.</summary>
    private void GatherStore(PdfValue? value)
    {
        if (value is PdfReference reference)
        {
            var held = _then.Resolve(reference);
            if ((held is PdfArray || (held is PdfDictionary dictionary && dictionary.Name("Type") is null or "DSS" or "VRI")) && _store.Add(reference.Number)) GatherStore(held);
        }
        else if (value is PdfArray array)
            foreach (var item in array.Items) GatherStore(item);
        else if (value is PdfDictionary entries)
            foreach (var item in entries.Entries.Values) GatherStore(item);
    }

    /// <summary>The state signed refers to the number, though no such object was there: who adds it later changes what is shown.</summary>
    private bool IsAwaited(int number) =>
        number < ((_then.Trailer.Raw("Size") as PdfToken)?.Integer ?? 0) && _then.Entries.Keys.Any(known => Refers(_then.Get(known), number));

    private static bool Refers(PdfValue? value, int number) => value switch
    {
        PdfReference reference => reference.Number == number,
        PdfArray array => array.Items.Any(item => Refers(item, number)),
        PdfDictionary dictionary => dictionary.Entries.Values.Any(item => Refers(item, number)),
        PdfStream stream => Refers(stream.Dictionary, number),
        _ => false,
    };

    private static bool IsReference(PdfValue? value, int number) => value is PdfReference reference && reference.Number == number;

    /// <summary>The two agree in everything but the keys that may differ.</summary>
    private static bool Same(PdfDictionary? before, PdfDictionary? after, string[] may) =>
        before is null || after is null
            ? before is null && after is null
            : before.Entries.Keys.Union(after.Entries.Keys).Except(may).All(key => PdfOutput.AreEqual(before.Raw(key), after.Raw(key)));
}

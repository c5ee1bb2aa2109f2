namespace IsoE.Workflows;

/// <summary>A sentence or name shown to people, in the two languages of the product.</summary>
/// <remarks>
/// Vietnamese comes first: it is the language of the law and of the records. A missing translation does not
/// compile, so no screen or message can be half translated.
/// </remarks>
public sealed record Text(string Vi, string En)
{
    /// <summary>The wording in <paramref name="language"/>: "en" is English, anything else Vietnamese.</summary>
    public string In(string language) => language == "en" ? En : Vi;

    /// <summary>The same with what it is about this time behind it; the same for null.</summary>
    public Text About(string? what) => what is null ? this : new Text($"{Vi}: {what}", $"{En}: {what}");

    public override string ToString() => Vi;
}

using IsoE.Office.Storage;

namespace IsoE.Office.Messages.Templates;

/// <summary>The words of all kinds of messages: those shipped, or the installation's own.</summary>
/// <remarks>A file <c>message-templates.json</c> in the data folder replaces kinds one by one and may add others.</remarks>
public sealed class MessageTemplates
{
    private const string File = "message-templates.json";

    /// <summary>Places that a code and two dates take.</summary>
    private const int Room = 60;

    private readonly Dictionary<string, MessageTemplate> _templates;

    private MessageTemplates(Dictionary<string, MessageTemplate> templates) => _templates = templates;

    public IReadOnlyDictionary<string, MessageTemplate> All => _templates;

    /// <param name="folder">The data folder.</param>
    /// <exception cref="InvalidOperationException">An SMS could not be sent as one plain message; names the kind.</exception>
    public static MessageTemplates Load(string folder)
    {
        using var stream = typeof(MessageTemplates).Assembly.GetManifestResourceStream($"IsoE.Office.Messages.Templates.{File}")!;
        using var reader = new StreamReader(stream);
        var templates = Read(reader.ReadToEnd());
        var own = Path.Combine(folder, File);
        if (System.IO.File.Exists(own))
            foreach (var (kind, template) in Read(System.IO.File.ReadAllText(own))) templates[kind] = template;
        foreach (var (kind, template) in templates) Check(kind, template);
        return new MessageTemplates(templates);
    }

    /// <exception cref="InvalidOperationException">There is no such kind.</exception>
    public MessageTemplate Get(string kind) =>
        _templates.GetValueOrDefault(kind) ?? throw new InvalidOperationException($"There is no template for messages of the kind “{kind}”.");

    private static Dictionary<string, MessageTemplate> Read(string json) => OfficeJson.Read<Dictionary<string, MessageTemplate>>(json);

    private static void Check(string kind, MessageTemplate template)
    {
        var said = MessageWords.WithoutValues(template.Sms);
        if (!SmsText.IsGsm7(said)) throw new InvalidOperationException($"The SMS of “{kind}” has letters outside the GSM 7-bit alphabet: {said}");
        if (SmsText.Length(said) > SmsText.Longest - (template.Sms.Contains('{', StringComparison.Ordinal) ? Room : 0))
            throw new InvalidOperationException($"The SMS of “{kind}” leaves too little room for its values: {SmsText.Length(said)} of {SmsText.Longest}.");
    }
}

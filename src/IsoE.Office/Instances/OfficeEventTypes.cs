using System.Text.Encodings.Web;
using System.Text.Json;
using System.Text.Json.Serialization;

namespace IsoE.Office.Instances;

/// <summary>The closed list of office events and their canonical JSON.</summary>
/// <remarks>Property order is that of the record, names are camel case, nulls are left out, text is not escaped beyond need.</remarks>
public sealed class OfficeEventTypes
{
    private static readonly JsonSerializerOptions Json = new()
    {
        PropertyNamingPolicy = JsonNamingPolicy.CamelCase,
        DefaultIgnoreCondition = JsonIgnoreCondition.WhenWritingNull,
        Encoder = JavaScriptEncoder.UnsafeRelaxedJsonEscaping,
        Converters = { new JsonStringEnumConverter() },
    };

    private readonly Dictionary<string, Type> _types = [];

    public OfficeEventTypes(IEnumerable<OfficeEventType> types)
    {
        foreach (var type in types)
            _types.Add(type.Name, type.Type);
    }

    public bool Knows(string name) => _types.ContainsKey(name);

    /// <exception cref="InvalidOperationException">The event was not registered with <c>AddOfficeEvent</c>.</exception>
    public string NameOf(OfficeEvent fact)
    {
        var name = fact.GetType().Name;
        return _types.ContainsKey(name)
            ? name
            : throw new InvalidOperationException($"The event {name} is not registered: call AddOfficeEvent<{name}>().");
    }

    public static string Write(OfficeEvent fact) => JsonSerializer.Serialize(fact, fact.GetType(), Json);

    public OfficeEvent Read(string name, string data) =>
        (OfficeEvent)JsonSerializer.Deserialize(data, _types[name], Json)!;
}

/// <summary>One entry of <see cref="OfficeEventTypes"/>.</summary>
public sealed record OfficeEventType(string Name, Type Type);

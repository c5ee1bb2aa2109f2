using IsoE.Office.Storage;

namespace IsoE.Office.Instances;

/// <summary>The closed list of office events and their canonical JSON, see <see cref="OfficeJson"/>.</summary>
public sealed class OfficeEventTypes
{
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

    public static string Write(OfficeEvent fact) => OfficeJson.Write(fact);

    public OfficeEvent Read(string name, string data) => (OfficeEvent)OfficeJson.Read(data, _types[name]);
}

/// <summary>One entry of <see cref="OfficeEventTypes"/>.</summary>
public sealed record OfficeEventType(string Name, Type Type);

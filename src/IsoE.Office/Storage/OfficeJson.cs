using System.Text.Encodings.Web;
using System.Text.Json;
using System.Text.Json.Serialization;

namespace IsoE.Office.Storage;

/// <summary>JSON as the office keeps it in its tables: the same value always gives the same bytes.</summary>
/// <remarks>Property order is that of the record, names are camel case, nulls are left out, text is not escaped beyond need.</remarks>
public static class OfficeJson
{
    private static readonly JsonSerializerOptions Options = new()
    {
        PropertyNamingPolicy = JsonNamingPolicy.CamelCase,
        DefaultIgnoreCondition = JsonIgnoreCondition.WhenWritingNull,
        Encoder = JavaScriptEncoder.UnsafeRelaxedJsonEscaping,
        Converters = { new JsonStringEnumConverter() },
    };

    public static string Write(object value) => JsonSerializer.Serialize(value, value.GetType(), Options);

    /// <exception cref="JsonException">The text is not a <typeparamref name="T"/>.</exception>
    public static T Read<T>(string json) => (T)Read(json, typeof(T));

    public static object Read(string json, Type type) =>
        JsonSerializer.Deserialize(json, type, Options) ?? throw new JsonException($"Expected a {type.Name}, but found null.");
}

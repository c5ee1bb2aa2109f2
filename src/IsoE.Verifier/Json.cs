using System.Text.Json;

namespace IsoE.Verifier;

/// <summary>Reads JSON of which every part may be missing or of another kind.</summary>
internal static class Json
{
    /// <exception cref="DamagedException">It is no JSON object.</exception>
    public static JsonElement Parse(byte[] bytes, string name)
    {
        try
        {
            var reader = new Utf8JsonReader(bytes);
            return JsonElement.ParseValue(ref reader) is { ValueKind: JsonValueKind.Object } element && !reader.Read() ? element : throw Damaged(name);
        }
        catch (JsonException)
        {
            throw Damaged(name);
        }
    }

    public static string Text(this JsonElement element, string name) =>
        element.ValueKind == JsonValueKind.Object && element.TryGetProperty(name, out var value) && value.ValueKind == JsonValueKind.String ? value.GetString()! : throw Damaged(name);

    public static string? TextOrNull(this JsonElement element, string name) =>
        element.ValueKind == JsonValueKind.Object && element.TryGetProperty(name, out var value) && value.ValueKind == JsonValueKind.String ? value.GetString() : null;

    public static long Whole(this JsonElement element, string name) =>
        element.ValueKind == JsonValueKind.Object && element.TryGetProperty(name, out var value) && value.ValueKind == JsonValueKind.Number && value.TryGetInt64(out var number) ? number : throw Damaged(name);

    public static JsonElement Part(this JsonElement element, string name) =>
        element.ValueKind == JsonValueKind.Object && element.TryGetProperty(name, out var value) && value.ValueKind == JsonValueKind.Object ? value : throw Damaged(name);

    public static IReadOnlyList<JsonElement> List(this JsonElement element, string name) =>
        element.ValueKind == JsonValueKind.Object && element.TryGetProperty(name, out var value) && value.ValueKind == JsonValueKind.Array ? [.. value.EnumerateArray()] : [];

    public static IReadOnlyList<byte[]> Hashes(this JsonElement element, string name) =>
        [.. element.List(name).Select(hash => FromHex(hash.ValueKind == JsonValueKind.String ? hash.GetString()! : "", name))];

    public static byte[] Hex(this JsonElement element, string name) => FromHex(element.Text(name), name);

    public static byte[] FromHex(string digits, string name)
    {
        try
        {
            return Convert.FromHexString(digits);
        }
        catch (FormatException)
        {
            throw Damaged(name);
        }
    }

    public static byte[] Base64(this JsonElement element, string name)
    {
        try
        {
            return Convert.FromBase64String(element.Text(name));
        }
        catch (FormatException)
        {
            throw Damaged(name);
        }
    }

    public static DamagedException Damaged(string name) => new($"không đọc được “{name}”", $"“{name}” cannot be read");
}

using System.Text.Json;
using IsoE.Office.Instances;

namespace IsoE.Office.Quality.Registers;

/// <summary>An entry of a quality register was written, or written anew.</summary>
/// <param name="Register">Id of the register.</param>
/// <param name="Values">What it says, by field.</param>
/// <param name="ReviewOn">By when it has to be looked at again; null for never.</param>
public sealed record EntryRecorded(string Register, string Title, JsonElement Values, DateOnly? ReviewOn, string By) : OfficeEvent;

/// <summary>Somebody looked at an entry again and found it still right.</summary>
public sealed record EntryReviewed(string Note, DateOnly? ReviewOn, string By) : OfficeEvent;

/// <summary>An entry holds no longer, or is done.</summary>
public sealed record EntryClosed(string Reason, string By) : OfficeEvent;

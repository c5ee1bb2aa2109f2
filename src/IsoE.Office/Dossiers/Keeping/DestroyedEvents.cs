using IsoE.Office.Instances;
using IsoE.Workflows;

namespace IsoE.Office.Dossiers.Keeping;

/// <summary>The term of the dossier was over and two people had it destroyed: this entry is what remains.</summary>
/// <param name="Left">What remains of the dossier.</param>
/// <param name="Digest">Hash of the last entry of its history before, lower-case hexadecimal.</param>
/// <param name="Records">The records it had left.</param>
/// <param name="Files">How many files are gone.</param>
public sealed record DossierDestroyed(
    ApprovedList List, Residue Left, string Digest, IReadOnlyList<DestroyedRecord> Records, int Files) : OfficeEvent;

/// <summary>The person concerned asked for it, nothing obliged the agency to keep the dossier, and two people had its personal data erased.</summary>
/// <param name="Left">What remains of the dossier.</param>
/// <param name="Digest">Hash of the last entry of its history before, lower-case hexadecimal.</param>
/// <param name="Records">The records it had left.</param>
/// <param name="Files">How many files are gone.</param>
public sealed record PersonalDataErased(
    ApprovedList List, Residue Left, string Digest, IReadOnlyList<DestroyedRecord> Records, int Files) : OfficeEvent;

/// <summary>The decision by which content is destroyed.</summary>
/// <param name="Number">For example <c>03/2026</c>.</param>
/// <param name="Ground">Legal ground, without personal data.</param>
public sealed record ApprovedList(string Id, string Number, string Ground, string ProposedBy, string ApprovedBy);

/// <summary>A record that is gone.</summary>
/// <param name="Sha256">Of its PDF, lower-case hexadecimal; null when none had been made.</param>
public sealed record DestroyedRecord(string Code, Text Title, DateTimeOffset IssuedAt, string? Sha256);

using System.Security.Cryptography;
using System.Text;
using System.Text.Json;

namespace IsoE.Verifier;

/// <summary>A seal: the root of a tree over everything that an agency had recorded, signed with the agency's key.</summary>
internal sealed record Seal(string Agency, long Number, string At, long Size, string Root, string Previous, string Key, string By, byte[] Signature)
{
    /// <exception cref="DamagedException">It is no seal.</exception>
    public static Seal Read(JsonElement json) => new(
        json.Text("agency"), json.Whole("number"), json.Text("at"), json.Whole("size"), json.Text("root"), json.Text("previous"), json.Text("key"), json.Text("by"),
        json.Base64("signature"));

    /// <summary>The exact bytes that are signed.</summary>
    public byte[] Statement => Encoding.UTF8.GetBytes(
        $"IsoE seal 1\nagency {Agency}\nnumber {Number}\nat {At}\nsize {Size}\nroot {Root}\nprevious {Previous}\nkey {Key}\nby {By}\n");

    public byte[] RootHash => Json.FromHex(Root, "root");

    public bool IsSignedBy(byte[] certificate) => Keys.Signed(certificate, Key, Statement, Signature, DSASignatureFormat.Rfc3279DerSequence);

    public bool Says(Seal other) => Statement.AsSpan().SequenceEqual(other.Statement);
}

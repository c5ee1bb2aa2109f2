using System.Buffers.Binary;
using System.Security.Cryptography;
using System.Text;
using IsoE.Office.Storage;

namespace IsoE.Office.Tests.Storage;

public sealed class HistoryChainTests
{
    [Test]
    public void The_hash_is_that_of_the_documented_bytes()
    {
        var row = Row();
        using var bytes = new MemoryStream();
        bytes.Write(row.PreviousHash);
        Write(bytes, "xã");
        Write(bytes, "i");
        Write(bytes, 7L);
        Write(bytes, "NoteTaken");
        bytes.Write(SHA256.HashData([.. Nonce, .. Encoding.UTF8.GetBytes("{\"words\":\"Đã nhận\"}")]));
        Write(bytes, 1_000_001L);
        Write(bytes, "an");
        bytes.Write([0xFF, 0xFF, 0xFF, 0xFF]);

        Assert.That(HistoryChain.HashOf(row), Is.EqualTo(SHA256.HashData(bytes.ToArray())));
    }

    [Test]
    public void No_letter_can_move_from_one_field_to_the_next()
    {
        var one = Row(instanceId: "ab", type: "c");
        var other = Row(instanceId: "a", type: "bc");

        Assert.That(HistoryChain.HashOf(one), Is.Not.EqualTo(HistoryChain.HashOf(other)));
    }

    [Test]
    public void An_absent_command_is_not_an_empty_one()
    {
        Assert.That(HistoryChain.HashOf(Row(commandId: "")), Is.Not.EqualTo(HistoryChain.HashOf(Row(commandId: null))));
    }

    [Test]
    public void The_same_data_have_another_digest_each_time()
    {
        var (one, other) = (Link(), Link());

        Assert.That(one.DataDigest, Is.Not.EqualTo(other.DataDigest));
        Assert.That(new[] { one, other }.Select(HistoryChain.Fits), Is.All.True);
    }

    [Test]
    public void An_erased_row_fits_only_when_nothing_is_left_in_it()
    {
        Assert.That(HistoryChain.Fits(Row(data: "{}", nonce: null)), Is.True);
        Assert.That(HistoryChain.Fits(Row(data: "{\"words\":\"Đã trả\"}", nonce: null)), Is.False);
    }

    private static byte[] Nonce => [.. Enumerable.Range(100, 16).Select(i => (byte)i)];

    private static byte[] Previous => [.. Enumerable.Range(0, 32).Select(i => (byte)i)];

    private static DateTimeOffset At => DateTimeOffset.UnixEpoch.AddSeconds(1).AddMicroseconds(1);

    private static HistoryRow Link() => HistoryChain.Link(Previous, "xã", "i", 7, "NoteTaken", "{\"words\":\"Đã nhận\"}", At, "an", commandId: null);

    private static HistoryRow Row(string instanceId = "i", string type = "NoteTaken", string? commandId = null) =>
        Row("{\"words\":\"Đã nhận\"}", Nonce, instanceId, type, commandId);

    private static HistoryRow Row(string data, byte[]? nonce, string instanceId = "i", string type = "NoteTaken", string? commandId = null)
    {
        var row = new HistoryRow
        {
            AgencyId = "xã",
            InstanceId = instanceId,
            Sequence = 7,
            Type = type,
            Data = data,
            DataNonce = nonce,
            DataDigest = HistoryChain.Digest(Nonce, "{\"words\":\"Đã nhận\"}"),
            At = At,
            ActorId = "an",
            CommandId = commandId,
            PreviousHash = Previous,
            Hash = new byte[32],
        };
        HistoryChain.HashOf(row).CopyTo(row.Hash, 0);
        return row;
    }

    private static void Write(MemoryStream bytes, string text)
    {
        var utf8 = Encoding.UTF8.GetBytes(text);
        var length = new byte[4];
        BinaryPrimitives.WriteInt32BigEndian(length, utf8.Length);
        bytes.Write(length);
        bytes.Write(utf8);
    }

    private static void Write(MemoryStream bytes, long number)
    {
        var eight = new byte[8];
        BinaryPrimitives.WriteInt64BigEndian(eight, number);
        bytes.Write(eight);
    }
}

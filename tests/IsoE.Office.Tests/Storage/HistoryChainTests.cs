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
        Write(bytes, "{\"words\":\"Đã nhận\"}");
        Write(bytes, 1_000_001L);
        Write(bytes, "an");
        bytes.Write([0xFF, 0xFF, 0xFF, 0xFF]);

        Assert.That(HistoryChain.HashOf(row), Is.EqualTo(SHA256.HashData(bytes.ToArray())));
    }

    [Test]
    public void No_letter_can_move_from_one_field_to_the_next()
    {
        var one = Row(type: "ab", data: "c");
        var other = Row(type: "a", data: "bc");

        Assert.That(HistoryChain.HashOf(one), Is.Not.EqualTo(HistoryChain.HashOf(other)));
    }

    [Test]
    public void An_absent_command_is_not_an_empty_one()
    {
        Assert.That(HistoryChain.HashOf(Row(commandId: "")), Is.Not.EqualTo(HistoryChain.HashOf(Row(commandId: null))));
    }

    private static HistoryRow Row(string type = "NoteTaken", string data = "{\"words\":\"Đã nhận\"}", string? commandId = null) => new()
    {
        AgencyId = "xã",
        InstanceId = "i",
        Sequence = 7,
        Type = type,
        Data = data,
        At = DateTimeOffset.UnixEpoch.AddSeconds(1).AddMicroseconds(1),
        ActorId = "an",
        CommandId = commandId,
        PreviousHash = [.. Enumerable.Range(0, 32).Select(i => (byte)i)],
        Hash = [],
    };

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

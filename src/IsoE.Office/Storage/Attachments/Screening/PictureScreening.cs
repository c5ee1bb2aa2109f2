using System.Buffers.Binary;

namespace IsoE.Office.Storage.Attachments.Screening;

/// <summary>Reads how large a picture is without decoding it, so that nobody's program has to find out.</summary>
internal static class PictureScreening
{
    public const int LongestSide = 30_000;
    public const long MostPixels = 120_000_000;

    /// <exception cref="IsoE.Workflows.RejectedException"><c>picture-too-large</c>, <c>file-unreadable</c>.</exception>
    public static void Check(string path, string name)
    {
        using var file = new BufferedStream(File.OpenRead(path), 4096);
        var (width, height) = Size(file) ?? throw Rejections.FileUnreadable(name);
        if (width > LongestSide || height > LongestSide || (long)width * height > MostPixels) throw Rejections.PictureTooLarge(name, width, height);
    }

    private static (int Width, int Height)? Size(Stream file)
    {
        var first = file.ReadByte();
        file.Position = 0;
        return first == 0x89 ? OfPng(file) : OfJpeg(file);
    }

    private static (int, int)? OfPng(Stream file)
    {
        Span<byte> head = stackalloc byte[24];
        if (file.ReadAtLeast(head, head.Length, throwOnEndOfStream: false) < head.Length || !head[12..16].SequenceEqual("IHDR"u8)) return null;
        var (width, height) = (BinaryPrimitives.ReadUInt32BigEndian(head[16..]), BinaryPrimitives.ReadUInt32BigEndian(head[20..]));
        return width is 0 || height is 0 ? null : ((int)Math.Min(width, int.MaxValue), (int)Math.Min(height, int.MaxValue));
    }

    /// <summary>Goes from segment to segment to the one that begins the frame.</summary>
    private static (int, int)? OfJpeg(Stream file)
    {
        Span<byte> size = stackalloc byte[7];
        file.Position = 2;
        while (Marker(file) is { } marker)
        {
            if (marker is 0x01 or >= 0xD0 and <= 0xD8) continue;
            if (file.ReadAtLeast(size[..2], 2, throwOnEndOfStream: false) < 2) return null;
            var length = BinaryPrimitives.ReadUInt16BigEndian(size);
            if (length < 2 || marker is 0xD9 or 0xDA) return null;
            if (marker is >= 0xC0 and <= 0xCF and not (0xC4 or 0xC8 or 0xCC))
                return file.ReadAtLeast(size[..5], 5, throwOnEndOfStream: false) < 5
                    ? null
                    : (BinaryPrimitives.ReadUInt16BigEndian(size[3..]), BinaryPrimitives.ReadUInt16BigEndian(size[1..]));
            file.Seek(length - 2, SeekOrigin.Current);
        }

        return null;
    }

    private static int? Marker(Stream file)
    {
        if (file.ReadByte() != 0xFF) return null;
        int marker;
        do marker = file.ReadByte();
        while (marker == 0xFF);
        return marker < 0 ? null : marker;
    }
}

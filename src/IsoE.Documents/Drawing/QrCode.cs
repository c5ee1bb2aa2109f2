using System.Globalization;
using System.Text;
using QRCoder;

namespace IsoE.Documents.Drawing;

/// <summary>QR codes as SVG.</summary>
public static class QrCode
{
    /// <summary>A square SVG; one module is one unit. Error correction M, for a stamped and folded sheet.</summary>
    /// <param name="content">At most 2,331 bytes of UTF-8.</param>
    public static string Svg(string content)
    {
        using var code = QRCodeGenerator.GenerateQrCode(content, QRCodeGenerator.ECCLevel.M);
        var modules = code.ModuleMatrix;
        // QRCoder adds the quiet zone to its matrix.
        var size = modules.Count;
        var path = new StringBuilder();
        for (var y = 0; y < size; y++)
            AppendRow(path, modules[y], y);
        return string.Create(CultureInfo.InvariantCulture,
            $"""<svg xmlns="http://www.w3.org/2000/svg" viewBox="0 0 {size} {size}" width="{size}" height="{size}" role="img"><title>QR</title><rect width="{size}" height="{size}" fill="#fff"/><path d="{path}" fill="#000"/></svg>""");
    }

    private static void AppendRow(StringBuilder path, System.Collections.BitArray row, int y)
    {
        for (var x = 0; x < row.Count; x++)
        {
            var start = x;
            while (x < row.Count && row[x])
                x++;
            if (x > start)
                path.Append(CultureInfo.InvariantCulture, $"M{start} {y}h{x - start}v1h-{x - start}z");
        }
    }
}

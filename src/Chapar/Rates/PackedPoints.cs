using System.Globalization;
using System.Text;

namespace Chapar.Rates;

/// <summary>The points of one year in about three bytes each: the days since the point before, and how many of the last printed digit the
/// value moved. The printed characters come back exactly.</summary>
/// <remarks>A point is a head (low four bits the days, 0 when they follow as a number; then flags), the shape where it changed (decimals with the
/// separator in bit 7, nominal), and the move.</remarks>
static class PackedPoints
{
    const byte Same = 0x10, Shaped = 0x20, Corrected = 0x40, Literal = 0x80;

    /// <summary>A value without its last digit's place: 87,4500 is 874500 with four decimals after a comma.</summary>
    readonly record struct Shape(int Decimals, char Separator, int Nominal);

    /// <param name="points">Of one year, the oldest first, one a day.</param>
    public static byte[] Write(IEnumerable<RatePoint> points)
    {
        List<byte> bytes = [];
        (int day, long digits, Shape shape) = (0, 0, default);
        foreach (RatePoint point in points)
        {
            int days = point.EffectiveOn.DayOfYear - day;
            int split = point.Published.IndexOfAny(['.', ',']);
            Shape next = new(point.Decimals, split < 0 ? '.' : point.Published[split], point.Nominal);
            long value = long.Parse(point.Published.Remove(split < 0 ? 0 : split, split < 0 ? 0 : 1), NumberStyles.None, CultureInfo.InvariantCulture);
            // "007,5" is a number too, and must come back as it was.
            bool literal = Text(value, next) != point.Published;
            bool shaped = next != shape, same = !shaped && !literal && value == digits;
            bytes.Add((byte)((days < 16 ? days : 0) | (same ? Same : 0) | (shaped ? Shaped : 0) | (point.IsCorrected ? Corrected : 0) | (literal ? Literal : 0)));
            if (days >= 16)
                Numbers.Write(bytes, (ulong)days);
            if (shaped)
            {
                bytes.Add((byte)(next.Decimals | (next.Separator == ',' ? 0x80 : 0)));
                Numbers.Write(bytes, (ulong)next.Nominal);
            }
            if (literal)
            {
                bytes.Add((byte)point.Published.Length);
                bytes.AddRange(Encoding.ASCII.GetBytes(point.Published));
            }
            else if (!same)
            {
                Numbers.WriteSigned(bytes, value - (shaped ? 0 : digits));
            }
            (day, digits, shape) = (point.EffectiveOn.DayOfYear, value, next);
        }
        return [.. bytes];
    }

    /// <summary>The points within a span, the oldest first; only they are made.</summary>
    public static List<RatePoint> Read(byte[] bytes, int year, DateOnly from, DateOnly to)
    {
        // A point takes a byte at least, and a year has no more days.
        List<RatePoint> points = new(Math.Min(bytes.Length, 366));
        Reader reader = new(bytes, year);
        while (reader.Next() && reader.Day <= to)
            if (reader.Day >= from)
                points.Add(reader.Point());
        return points;
    }

    /// <summary>The newest point that is not for a later day than this; null when all are. Only it is made.</summary>
    public static RatePoint? Last(byte[] bytes, int year, DateOnly on)
    {
        Reader reader = new(bytes, year), last = reader;
        bool isFound = false;
        for (; reader.Next() && reader.Day <= on; isFound = true)
            last = reader;
        return isFound ? last.Point() : null;
    }

    static string Text(long digits, Shape shape)
    {
        Span<char> text = stackalloc char[40];
        int start = text.Length;
        for (int place = 0; digits > 0 || place <= shape.Decimals; place++, digits /= 10)
        {
            if (place > 0 && place == shape.Decimals)
                text[--start] = shape.Separator;
            text[--start] = (char)('0' + digits % 10);
        }
        return new(text[start..]);
    }

    /// <summary>Goes through the bytes of one year. A copy of it stays where it is.</summary>
    struct Reader(byte[] bytes, int year)
    {
        int at;
        byte head;
        long digits;
        Shape shape;
        // The characters and the value for one unit: as long as a value stands, it is the same string.
        string? text;
        bool isLiteral;
        decimal unitValue;

        /// <summary>The day of the point that <see cref="Next"/> has come to.</summary>
        public DateOnly Day { get; private set; } = new DateOnly(year, 1, 1).AddDays(-1);

        /// <summary>Goes on to the next point; false behind the last one.</summary>
        public bool Next()
        {
            if (at >= bytes.Length)
                return false;
            head = bytes[at++];
            Day = Day.AddDays((head & 0x0F) is not 0 and var days ? days : (int)Numbers.Read(bytes, ref at));
            if ((head & Shaped) != 0)
            {
                byte form = bytes[at++];
                (shape, digits) = (new(form & 0x7F, (form & 0x80) != 0 ? ',' : '.', (int)Numbers.Read(bytes, ref at)), 0);
            }
            // "7,5" after "007,5" is the same number in other characters.
            if ((head & Same) != 0 && !isLiteral)
                return true;
            (text, isLiteral) = (null, (head & Literal) != 0);
            if ((head & Same) != 0)
                return true;
            if (!isLiteral)
            {
                digits += Numbers.ReadSigned(bytes, ref at);
                return true;
            }
            int length = bytes[at++];
            text = Encoding.ASCII.GetString(bytes, at, length);
            at += length;
            digits = long.Parse(text.Replace(shape.Separator.ToString(), "", StringComparison.Ordinal), NumberStyles.None, CultureInfo.InvariantCulture);
            unitValue = UnitValue();
            return true;
        }

        /// <summary>The point itself.</summary>
        public RatePoint Point()
        {
            if (text is null)
                (text, unitValue) = (Text(digits, shape), UnitValue());
            return new(Day, text, shape.Nominal, unitValue, (head & Corrected) != 0);
        }

        readonly decimal UnitValue()
        {
            decimal value = PublishedText.Of(digits, shape.Decimals);
            return shape.Nominal == 1 ? value : value / shape.Nominal;
        }
    }
}

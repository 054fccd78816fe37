using DocumentFormat.OpenXml.Wordprocessing;

namespace DataSharing.Documents.Word;

/// <summary>Word's own numbering: clauses 1 to 14 with 4.1, 4.2 beneath them, and bullets.</summary>
internal static class WordNumbering
{
    public const int Clauses = 1;
    public const int Bullets = 2;

    public const int BulletIndent = 227;

    /// <summary>Takes a paragraph out of the numbering of its style.</summary>
    public const int None = 0;

    public static Numbering Create() =>
        new(
            new AbstractNum(
                new MultiLevelType { Val = MultiLevelValues.Multilevel },
                Level(0, NumberFormatValues.Decimal, "%1", WordStyles.Heading1, indent: 567),
                Level(1, NumberFormatValues.Decimal, "%1.%2", WordStyles.Heading2, indent: 567)
            )
            {
                AbstractNumberId = 0,
            },
            new AbstractNum(
                new MultiLevelType { Val = MultiLevelValues.SingleLevel },
                Level(0, NumberFormatValues.Bullet, "•", style: null, indent: BulletIndent)
            )
            {
                AbstractNumberId = 1,
            },
            new NumberingInstance(new AbstractNumId { Val = 0 }) { NumberID = Clauses },
            new NumberingInstance(new AbstractNumId { Val = 1 }) { NumberID = Bullets }
        );

    private static Level Level(int index, NumberFormatValues format, string text, string? style, int indent)
    {
        var level = new Level
        {
            LevelIndex = index,
            StartNumberingValue = new StartNumberingValue { Val = 1 },
            NumberingFormat = new NumberingFormat { Val = format },
            ParagraphStyleIdInLevel = style is null ? null : new ParagraphStyleIdInLevel { Val = style },
            LevelSuffix = new LevelSuffix { Val = LevelSuffixValues.Tab },
            LevelText = new LevelText { Val = text },
            LevelJustification = new LevelJustification { Val = LevelJustificationValues.Left },
        };
        level.Append(new PreviousParagraphProperties(new Indentation { Left = $"{indent}", Hanging = $"{indent}" }));
        return level;
    }
}

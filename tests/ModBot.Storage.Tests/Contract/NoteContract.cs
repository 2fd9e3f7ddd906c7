using ModBot.Core.Cases;
using ModBot.Core.Messages;
using ModBot.Core.Ports;

namespace ModBot.Storage.Tests.Contract;

/// <summary>Notes stay as they were written.</summary>
public abstract class NoteContract(StoreFactory factory) : StoreContract(factory)
{
    private ICaseNotes Notes => Store.Get<ICaseNotes>();

    [StoreFact]
    public async Task Notes_come_in_the_order_they_were_written_on_their_case_alone()
    {
        await Log.RecordAsync(Sample.Deleted(1), default);
        await Log.RecordAsync(Sample.Deleted(2), default);
        CaseNote first = Note("spoke to them");
        CaseNote second = Note("they apologised\nand left");
        Assert.True(await Notes.AddAsync(Sample.Guild, 1, first, default));
        Assert.True(await Notes.AddAsync(Sample.Guild, 1, second, default));
        await ReopenAsync();
        Assert.Equal([first, second], await Notes.ListAsync(Sample.Guild, 1, default));
        Assert.Empty(await Notes.ListAsync(Sample.Guild, 2, default));
        Assert.Empty(await Notes.ListAsync(Sample.OtherGuild, 1, default));
    }

    [StoreFact]
    public async Task A_note_on_no_case_is_refused() => Assert.False(await Notes.AddAsync(Sample.Guild, 1, Note("x"), default));

    [StoreTheory]
    [InlineData(0)]
    [InlineData(2_001)]
    public async Task An_empty_or_endless_note_is_refused(int length) =>
        await Assert.ThrowsAsync<ArgumentException>(() => Notes.AddAsync(Sample.Guild, 1, Note(new string('x', length)), default));

    private static CaseNote Note(string text) => new(new Snowflake(9), "Mia", text, Sample.Noon);
}

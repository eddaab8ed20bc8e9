using System.Collections.Concurrent;
using System.Threading.Channels;

namespace Library;

public sealed record Receipt(string User, string Tool);

/// <summary>A stand-in for the server that takes the mail.</summary>
public sealed class MailServer
{
    public ConcurrentQueue<Receipt> Sent { get; } = [];

    /// <summary>What happens on delivery; tests let it fail.</summary>
    public Func<Receipt, Task> Deliver { get; set; } = _ => Task.CompletedTask;

    /// <summary>How long a delivery may take.</summary>
    public TimeSpan Patience { get; set; } = TimeSpan.FromSeconds(10);
}

/// <summary>Sends one receipt. It's scoped, as everything is that uses a database context.</summary>
public sealed class Sender(MailServer mail) : IDisposable
{
    private bool isDisposed;

    public async Task Send(Receipt receipt, CancellationToken token)
    {
        await Task.Delay(50, token);
        ObjectDisposedException.ThrowIf(isDisposed, this);
        await mail.Deliver(receipt).WaitAsync(mail.Patience, token);
        mail.Sent.Enqueue(receipt);
    }

    public void Dispose() => isDisposed = true;
}

// #region worker
/// <summary>Takes receipts from a queue, each in a scope of its own.</summary>
public sealed partial class ReceiptWorker(
    Channel<Receipt> queue, IServiceScopeFactory scopes, ILogger<ReceiptWorker> logger) : BackgroundService
{
    protected override async Task ExecuteAsync(CancellationToken stoppingToken)
    {
        await foreach (var receipt in queue.Reader.ReadAllAsync(stoppingToken))
        {
            try
            {
                await using var scope = scopes.CreateAsyncScope();
                await scope.ServiceProvider.GetRequiredService<Sender>().Send(receipt, stoppingToken);
            }
            catch (Exception error) when (!stoppingToken.IsCancellationRequested)
            {
                Failed(error, receipt.User);
            }
        }
    }

    [LoggerMessage(LogLevel.Error, "No receipt for {User}")]
    private partial void Failed(Exception error, string user);
}
// #endregion worker

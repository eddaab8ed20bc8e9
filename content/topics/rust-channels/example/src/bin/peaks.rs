//! Three sensors on threads, with the channel of the standard library.

use std::sync::mpsc::sync_channel;
use std::thread;

// #region main
struct Sample {
    station: usize,
    micrometers: i32,
}

fn main() {
    let (sender, receiver) = sync_channel::<Sample>(8);
    let mut peaks = [0; 3];
    let mut count = 0;

    thread::scope(|scope| {
        for station in 0..3 {
            let sender = sender.clone();
            scope.spawn(move || {
                for n in 1..=100 {
                    let micrometers = n * (station as i32 + 1);
                    let sample = Sample {
                        station,
                        micrometers,
                    };
                    if sender.send(sample).is_err() {
                        break; // no one listens anymore
                    }
                }
            });
        }
        drop(sender);

        for sample in receiver {
            let peak = &mut peaks[sample.station];
            *peak = sample.micrometers.max(*peak);
            count += 1;
        }
    });
    println!("{count} samples, peaks {peaks:?}");
}
// #endregion main

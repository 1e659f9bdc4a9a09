//! What is known without a question of the protocol: the device in use.
//!
//! Goals, areas, age and skin are kept as they are told; here stands only what follows from the record.

use jiff::civil::Date;
use store::records::Device;

/// A device as it is used from now on: without a day of its own it goes on counting its uses from when the same one was
/// told, and another one starts anew today.
pub fn in_use(device: Device, before: Option<Device>, today: Date) -> Device {
    let same = |before: &Device| before.kind == device.kind && before.length_mm == device.length_mm;
    let before = before.filter(same).and_then(|before| before.since);
    Device { since: device.since.or(before).or(Some(today)), ..device }
}

#[cfg(test)]
mod tests {
    use care::words::DeviceKind;
    use jiff::civil::date;

    use super::*;

    fn roller(length_mm: f64, since: Option<Date>) -> Device {
        Device { kind: DeviceKind::Roller, needles: None, length_mm: Some(length_mm), since }
    }

    #[test]
    fn the_same_device_goes_on_counting_and_another_starts_anew() {
        let (may, june) = (date(2026, 5, 1), date(2026, 6, 1));
        let before = Some(roller(0.5, Some(may)));
        let since = |device: Device| in_use(device, before, june).since;
        assert_eq!(since(roller(0.5, None)), Some(may));
        assert_eq!(since(roller(1.0, None)), Some(june));
        assert_eq!(since(roller(0.5, Some(june))), Some(june));
        assert_eq!(in_use(roller(0.5, None), None, june).since, Some(june));
    }

    #[test]
    fn another_kind_of_the_same_length_is_another_device() {
        let may = date(2026, 5, 1);
        let stamp = Device { kind: DeviceKind::Stamp, ..roller(0.5, None) };
        let since = |device| in_use(device, Some(roller(0.5, Some(may))), date(2026, 6, 1)).since;
        assert_eq!(since(stamp), Some(date(2026, 6, 1)));
        let counted = Device { needles: Some(540), ..roller(0.5, None) };
        assert_eq!(since(counted), Some(may), "needles are counted later");
    }

    #[test]
    fn nothing_but_its_first_day_is_added_to_a_device() {
        let device = Device { needles: Some(540), ..roller(0.5, None) };
        let used = in_use(device, None, date(2026, 6, 1));
        assert_eq!(Device { since: None, ..used }, device);
    }
}

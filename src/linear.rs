//! Linear equations, few at a time.

/// The solution of linear equations, each row with its right side last; `None` where
/// there is not one.
pub(crate) fn solved(mut rows: Vec<Vec<f64>>) -> Option<Vec<f64>> {
    let n = rows.len();
    for column in 0..n {
        let size = |row: &usize| rows[*row][column].abs();
        let pivot = (column..n).max_by(|a, b| size(a).total_cmp(&size(b)))?;
        rows.swap(column, pivot);
        let (above, below) = rows.split_at_mut(column + 1);
        let first = &above[column];
        for row in below {
            let factor = row[column] / first[column];
            for (x, y) in row[column..].iter_mut().zip(&first[column..]) {
                *x -= factor * y;
            }
        }
    }
    let mut found = vec![0.0; n];
    for row in (0..n).rev() {
        let known: f64 = (row + 1..n).map(|k| rows[row][k] * found[k]).sum();
        found[row] = (rows[row][n] - known) / rows[row][row];
    }
    found.iter().all(|x| x.is_finite()).then_some(found)
}

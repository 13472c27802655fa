//! Rows of numbers and their products with weights; the one place that calls the matrix library.

/// Weights of a layer: `inputs` rows of `outputs` numbers.
#[derive(Debug)]
pub(crate) struct Matrix {
    pub(crate) inputs: usize,
    pub(crate) outputs: usize,
    values: Vec<f32>,
}

impl Matrix {
    /// Joins the numbers to a matrix; `None` where their count does not fit.
    pub(crate) fn new(inputs: usize, outputs: usize, values: Vec<f32>) -> Option<Self> {
        (values.len() == inputs * outputs).then_some(Self { inputs, outputs, values })
    }

    /// The weights of one input to all outputs.
    pub(crate) fn row(&self, input: usize) -> &[f32] {
        &self.values[input * self.outputs..(input + 1) * self.outputs]
    }

    /// Multiplies `rows` rows, each starting `stride` after the one before, into `product`, whose old values are dropped.
    ///
    /// Rows may overlap: with a stride of one word and three words of input each row is a word and its neighbours.
    pub(crate) fn multiply(&self, input: &[f32], rows: usize, stride: usize, product: &mut Vec<f32>) {
        product.resize(rows * self.outputs, 0.0);
        if rows == 0 {
            return;
        }
        assert!((rows - 1) * stride + self.inputs <= input.len(), "the rows must lie within the input");
        self.multiply_checked(input, rows, stride, product);
    }

    #[allow(unsafe_code, reason = "the matrix library takes pointers; the caller has checked all lengths")]
    fn multiply_checked(&self, input: &[f32], rows: usize, stride: usize, product: &mut [f32]) {
        let (inputs, outputs) = (self.inputs, self.outputs);
        // SAFETY: `values` holds inputs * outputs numbers (checked by `new`), `product` rows * outputs and `input` all
        // rows (checked by `multiply`); the product aliases neither.
        unsafe {
            matrixmultiply::sgemm(
                rows,
                inputs,
                outputs,
                1.0,
                input.as_ptr(),
                stride as isize,
                1,
                self.values.as_ptr(),
                outputs as isize,
                1,
                0.0,
                product.as_mut_ptr(),
                outputs as isize,
                1,
            );
        }
    }
}
